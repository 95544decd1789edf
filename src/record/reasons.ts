/** Why something is not in a record, or not whole, for whoever reads it. */
export interface Reason {
  readonly en: string
  readonly es: string
}

const ask = {
  en: 'The practice keeps it and gives it to you when you ask.',
  es: 'El consultorio lo guarda y se lo entrega cuando usted lo pide.',
}

export const forStaff: Reason = {
  en: `Kept for the people who work at the practice. ${ask.en}`,
  es: `Es para las personas que trabajan en el consultorio. ${ask.es}`,
}

export const deciding: Reason = {
  en: `How a clinician came to a decision; it is not shown on a client's screens. ${ask.en}`,
  es: `Cómo el personal clínico llegó a una decisión; no se muestra en las pantallas del cliente. ${ask.es}`,
}

export const ownWords: Reason = {
  en: "The client's own words: read by them alone, and by those they let read. They download them from their own page.",
  es: 'Las palabras propias del cliente: solo las leen esa persona y quienes ella permite. Las descarga desde su propia página.',
}

export const toTheDesk: Reason = {
  en: 'What somebody wrote to the desk before they were in care: the desk reads it, and it is in their own record.',
  es: 'Lo que alguien escribió a la recepción antes de estar en atención: lo lee la recepción, y está en su propio expediente.',
}

export const shared: Reason = {
  en: 'In part: only what the client lets you read is here.',
  es: 'En parte: aquí solo está lo que el cliente le permite leer.',
}

/** Said of every record alike, so that it tells of none whether there are any (clinical.md; 45 CFR 164.501 and 164.524). */
export const notesApart: Reason = {
  en: 'By law, notes that a therapist may keep for themself about a talk are apart from the record and no part of this file. This line stands in every record, whether there are any or not.',
  es: 'Por ley, las notas que un terapeuta puede guardar para sí sobre una conversación están aparte del expediente y no son parte de este archivo. Esta línea está en todos los expedientes, haya notas o no.',
}

export const bookmark: Reason = {
  en: 'A bookmark. Nothing of it is a choice until the person signs.',
  es: 'Un marcador de lectura. Nada de ello es una decisión hasta que la persona firma.',
}

export const draft: Reason = {
  en: 'Not sent. A draft is nobody’s answer until the person sends it.',
  es: 'No se envió. Un borrador no es respuesta de nadie hasta que la persona lo envía.',
}

export const tabletOpened: Reason = {
  en: 'Opened a form on the practice’s tablet, once. What was answered there is here itself.',
  es: 'Abrió un cuestionario en la tableta del consultorio, una vez. Lo que se contestó allí está aquí.',
}

export const ratingDraft: Reason = {
  en: 'Not saved. What a member has begun to write down is no answer until they save it.',
  es: 'No se guardó. Lo que alguien del equipo empezó a anotar no es respuesta hasta que lo guarda.',
}

export const counted: Reason = {
  en: 'Worked out from doses and answers, which are here themselves, so that courses can be counted.',
  es: 'Se calcula a partir de dosis y respuestas, que están aquí, para poder contar los procesos.',
}

export const counter: Reason = {
  en: 'A counter that tells the product that something changed; it says nothing of anyone.',
  es: 'Un contador que avisa al programa de que algo cambió; no dice nada de nadie.',
}

export const signIn: Reason = {
  en: 'How the person signs in. Their own account page shows it; it is no part of their care.',
  es: 'Cómo la persona inicia sesión. Lo muestra la página de su cuenta; no es parte de su atención.',
}

export const opens: Reason = {
  en: 'Holds what opens a sign-in. It is no part of the care, and must not leave the house.',
  es: 'Guarda lo que abre un inicio de sesión. No es parte de la atención y no debe salir de aquí.',
}

export const openings: Reason = {
  en: 'Who opened the record is a report of its own, on the page “Who opened my record”.',
  es: 'Quién abrió el expediente es un informe aparte, en la página «Quién abrió mi expediente».',
}
