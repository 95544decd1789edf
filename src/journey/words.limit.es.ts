import type { en } from './words.limit.en.ts'

export const es: typeof en = {
  limit: {
    highSystolic: 'presión alta {value}, límite {at}',
    highDiastolic: 'presión baja {value}, límite {at}',
    risenSystolic: 'subió {value}, límite {at}',
    lowSystolic: 'presión alta {value}, menos de {at}',
    highHeartRate: 'pulso {value}, límite {at}',
    lowHeartRate: 'pulso {value}, menos de {at}',
    lowSpo2: 'oxígeno {value} %, menos de {at} %',
    lowRespirations: 'respiraciones {value}, menos de {at}',
    highRespirations: 'respiraciones {value}, límite {at}',
    lowSedation: 'sedación {value}, menos de {at}',
    highDistress: 'angustia {value}, límite {at}',
  },
}
