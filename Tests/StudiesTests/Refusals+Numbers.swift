extension Refusal {
  static let numbers: [Refusal] = [
    Refusal(
      "quoted", StudySample.text([9: "horizon: \"6000\""]),
      line: 9, key: "horizon",
      "expected a whole number from 1 to 2^48, found the quoted text \"6000\"; write numbers without quotes"
    ),
    Refusal(
      "float", StudySample.text([9: "horizon: 6e3"]),
      line: 9, key: "horizon", "expected a whole number from 1 to 2^48, found '6e3'"),
    Refusal(
      "point", StudySample.text([9: "horizon: 6000.0"]),
      line: 9, key: "horizon", "expected a whole number from 1 to 2^48, found '6000.0'"),
    Refusal(
      "octal", StudySample.text([9: "horizon: 0o17"]),
      line: 9, key: "horizon", "expected a whole number from 1 to 2^48, found '0o17'"),
    Refusal(
      "leading zero", StudySample.text([9: "horizon: 010"]),
      line: 9, key: "horizon",
      "expected a whole number from 1 to 2^48, found '010'; a leading zero can mean octal, leave it out"
    ),
    Refusal(
      "hex", StudySample.text([9: "horizon: 0x10"]),
      line: 9, key: "horizon", "expected a whole number from 1 to 2^48, found '0x10'"),
    Refusal(
      "underscore", StudySample.text([9: "horizon: 6_000"]),
      line: 9, key: "horizon", "expected a whole number from 1 to 2^48, found '6_000'"),
    Refusal(
      "sexagesimal", StudySample.text([9: "horizon: 1:30"]),
      line: 9, key: "horizon", "expected a whole number from 1 to 2^48, found '1:30'"),
    Refusal(
      "bool", StudySample.text([9: "horizon: true"]),
      line: 9, key: "horizon", "expected a whole number from 1 to 2^48, found 'true'"),
    Refusal(
      "null", StudySample.text([9: "horizon:"]),
      line: 9, key: "horizon", "expected a whole number from 1 to 2^48, found nothing"),
    Refusal(
      "list", StudySample.text([9: "horizon: [6000]"]),
      line: 9, key: "horizon", "expected a whole number from 1 to 2^48, found a list"),
    Refusal(
      "zero horizon", StudySample.text([9: "horizon: 0"]),
      line: 9, key: "horizon", "expected a whole number from 1 to 2^48, found '0'"),
    Refusal(
      "big horizon", StudySample.text([9: "horizon: 281474976710657"]),
      line: 9, key: "horizon", "expected a whole number from 1 to 2^48, found '281474976710657'"),
    Refusal(
      "huge horizon", StudySample.text([9: "horizon: 99999999999999999999"]),
      line: 9, key: "horizon",
      "expected a whole number from 1 to 2^48, found '99999999999999999999'"),
    Refusal(
      "chains 0", StudySample.text([12: "chains: 0"]),
      line: 12, key: "chains", "expected a whole number from 1 to 10000000, found '0'"),
    Refusal(
      "chains big", StudySample.text([12: "chains: 10000001"]),
      line: 12, key: "chains", "expected a whole number from 1 to 10000000, found '10000001'"),
    Refusal(
      "seed negative", StudySample.text([13: "seed: -1"]),
      line: 13, key: "seed", "expected a whole number from 0 to 2^64-1, found '-1'"),
    Refusal(
      "seed big", StudySample.text([13: "seed: 18446744073709551616"]),
      line: 13, key: "seed",
      "expected a whole number from 0 to 2^64-1, found '18446744073709551616'"),
  ]
}
