/** What was measured, and from where on it is too much or too little: in the room, and wherever it is told. */
export const en = {
  limit: {
    highSystolic: 'upper pressure {value}, limit {at}',
    highDiastolic: 'lower pressure {value}, limit {at}',
    risenSystolic: 'risen by {value}, limit {at}',
    lowSystolic: 'upper pressure {value}, below {at}',
    highHeartRate: 'pulse {value}, limit {at}',
    lowHeartRate: 'pulse {value}, below {at}',
    lowSpo2: 'oxygen {value} %, below {at} %',
    lowRespirations: 'breaths {value}, below {at}',
    highRespirations: 'breaths {value}, limit {at}',
    lowSedation: 'sedation {value}, below {at}',
    highDistress: 'distress {value}, limit {at}',
  },
}
