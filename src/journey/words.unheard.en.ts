export const en = {
  headline: 'No network. What stands here is not known to hold.',
  asOf: 'This is as it was at {at}, and may be out of date: the client may have said no since, or a release may have ended. Ask them again before anything is given.',
  keeps:
    'Kept on this device and sent later: a blood pressure, a dose. Nothing else can be saved now: write it on paper.',
  pressureKept:
    '{reading} is kept on this device. It is sent once the network is back, and counts from then on.',
  unchecked:
    'Without a network it could not be checked whether the release still stands. If nothing has been given yet: ask the client whether they still want it. If it has been given, record it.',
  doseWaits:
    'The dose is kept on this device. Whether its release still stood is known when the network is back.',
  deviation: 'Dose of {at}: it stands without a live release (deviation). The prescriber has been told.',
  saidNo: 'The client had said "not today", at {at}. Speak with them and with the prescriber.',
  clearanceEnded:
    'The clearance has ended: something came in about their health that it had not seen. It was put before the team.',
  speaks: { en: 'speaks English', es: 'speaks Spanish' },
  inTheirLanguage: 'The words to read aloud are in their language; yours stand beside them.',
}
