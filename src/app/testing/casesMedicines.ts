import { casesIn } from './cases.ts'

/** Reviewed by hand against section 2 of the clinical reference. */
export const medicineCases = casesIn(`
IX-01 | med theophylline | block present
IX-01 | med Theo-24 300 mg ? | block unknown
IX-01 | !EV-MED= | block unknown
IX-02 | med Xanax 0.5 mg & benzodiazepine-amount=up-to-3-mg | caution present
IX-02 | med lorazepam & benzodiazepine-amount=over-3-mg | override present
IX-02 | med lorazepam today & benzodiazepine-amount=up-to-3-mg | override present
IX-02 | med clonazapam & benzodiazepine-amount= | override unknown
IX-03 | med Ambien | caution present
IX-03 | med zolpidem today | override present
IX-03 | med zolpidem ? | override unknown
IX-04 | med Percocet | override present
IX-04 | med oxycodone & med lorazepam | block present
IX-04 | med buprenorphine & sleep-apnea=untreated | block present
IX-04 | med tramadol ? | override unknown
IX-05 | med gabapentin | caution present
IX-05 | med gabapentin & med trazodone | override present
IX-05 | med gabapentin ? | caution unknown
IX-06 | med Xyrem last 2026-11-28 | block present
IX-06 | med Xyrem last 2026-11-27T08:59:00-08:00 | settled
IX-06 | med alcohol last 2026-11-27T09:00:00-08:00 | block present
IX-06 | med Xywav ? | block unknown
IX-06 | !EV-MED= | block unknown
IX-07 | med Lamictal | caution present
IX-07 | med lamotrigine ? | caution unknown
IX-08 | med Parnate | override present
IX-08 | med selegiline ? | override unknown
IX-09 | med Adderall XR | caution present
IX-09 | med Adderall XR & #systolic=141 & #diastolic=80 | override present
IX-09 | med modafinil ? | caution unknown
IX-10 | med Sudafed | caution present
IX-10 | med oxymetazoline ? | caution unknown
IX-11 | med clarithromycin & on sublingual | override present
IX-11 | med clarithromycin & on im | caution present
IX-11 | med grapefruit juice ? & on sublingual | override unknown
IX-12 | med Plavix & on sublingual | override present
IX-12 | med clopidogrel & on iv-infusion | caution present
IX-12 | med ticlopidine ? & on sublingual | override unknown
IX-13 | med Tegretol | caution present
IX-13 | med St. John’s wort | caution present
IX-13 | med rifampin ? | caution unknown
IX-14 | med Synthroid | caution present
IX-14 | med levothyroxine ? | caution unknown
IX-15 | med Contrave | override present
IX-15 | med naltrexone ? | override unknown
IX-16 | med Ozempic & glp1-plan=none | override present
IX-16 | med semaglutide & glp1-plan=written | caution present
IX-16 | med tirzepatide | override unknown
IX-17 | med clonidine | caution present
IX-17 | med guanfacine ? | caution unknown
IX-18 | med lisinopril | info present
IX-18 | med prazosin ? | info unknown
IX-19 | med olanzapine | caution present
IX-19 | med Haldol ? | caution unknown
IX-20 | med memantine | caution present
IX-20 | med Auvelity today | override present
IX-20 | med dextromethorphan ? | override unknown
IX-21 | med Eliquis | caution present
IX-21 | med Eliquis & on sublingual | settled
IX-21 | med warfarin ? | caution unknown
IX-22 | med Zoloft | info present
IX-22 | med lithium ? | info unknown
IX-23 | med Zofran | caution present
IX-23 | med promethazine ? | caution unknown
IX-24 | med psilocybin last 2026-11-22 | override present
IX-24 | med psilocybin last 2026-11-20 | settled
IX-24 | med ibogaine last 2026-10-30 | override present
IX-24 | med ibogaine last 2026-10-28 | settled
IX-24 | med MDMA ? | override unknown
IX-OTHER | med mystery drops known | override present
IX-OTHER | med mystery drops ? known | override unknown
IX-OTHER | med mystery drops ? known & med other drops known | override present
IX-OTHER | med mystery drops | settled
IX-OTHER | med lisinopril known | settled
EV-MED | med mystery drops | override unknown
EV-MED | med mystery drops known | settled
EV-MED | !EV-MED=2026-11-21T10:00:00-08:00 | settled
EV-MED | !EV-MED=2026-11-20 | override expired
EV-MED | ~medicine-change@2026-11-27 | override expired
EV-MED | !EV-MED= | override unknown
EV-MED | !EV-MED= & medicines-gone-through=done | settled
`)
