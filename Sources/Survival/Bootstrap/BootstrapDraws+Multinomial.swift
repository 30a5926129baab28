import CGSL

extension BootstrapDraws {
  /// How often each row of a table comes up when as many observations as it has are drawn from it
  /// with replacement. `counts` are the rows' numbers of observations.
  ///
  /// Each row's number is binomial given those of the rows before. Cost: O(1) for each row, however
  /// many observations there are.
  public mutating func resampled(counts: [Int]) -> [Int] {
    var observations = counts.reduce(0, +)
    var draws = observations
    return counts.map { count in
      let drawn =
        count < observations ? binomial(draws, Double(count) / Double(observations)) : draws
      draws -= drawn
      observations -= count
      return drawn
    }
  }

  /// A binomial draw, the number of successes in `trials` of probability `probability`.
  ///
  /// - Precondition: `trials` is at least 0, and `probability` in 0...1.
  public mutating func binomial(_ trials: Int, _ probability: Double) -> Int {
    precondition(
      trials >= 0 && (0...1).contains(probability), "a binomial law needs trials and a probability")
    if trials == 0 || probability == 0 { return 0 }
    if probability > 0.5 { return trials - binomial(trials, 1 - probability) }
    return Double(trials) * probability < 10
      ? searched(trials, probability) : rejected(trials, probability)
  }

  /// Inversion, by search from 0.
  private mutating func searched(_ trials: Int, _ probability: Double) -> Int {
    let odds = probability / (1 - probability)
    let none = exp(Double(trials) * log1p(-probability))
    while true {
      var (rest, successes, mass) = (uniform(), 0, none)
      // Beyond 150 there is less than 1e-100 when the mean is below 10: what remains of `rest` is
      // rounding.
      while rest > mass, successes < min(trials, 150) {
        rest -= mass
        successes += 1
        mass *= Double(trials - successes + 1) / Double(successes) * odds
      }
      if rest <= mass { return successes }
    }
  }

  /// Transformed rejection, algorithm BTRS of Hörmann (1993), doi:10.1080/00949659308811496, for
  /// means of 10 and more.
  private mutating func rejected(_ trials: Int, _ probability: Double) -> Int {
    let n = Double(trials)
    let spread = (n * probability * (1 - probability)).squareRoot()
    let b = 1.15 + 2.53 * spread
    let a = -0.0873 + 0.0248 * b + 0.01 * probability
    let centre = n * probability + 0.5
    let inside = 0.92 - 4.2 / b
    let scale = (2.83 + 5.1 / b) * spread
    let mode = ((n + 1) * probability).rounded(.down)
    let peak = gsl_sf_lngamma(mode + 1) + gsl_sf_lngamma(n - mode + 1)
    while true {
      let u = uniform() - 0.5
      let v = uniform()
      let edge = 0.5 - abs(u)
      let successes = ((2 * a / edge + b) * u + centre).rounded(.down)
      if edge >= 0.07, v <= inside { return Int(successes) }
      guard successes >= 0, successes <= n else { continue }
      let height = log(v * scale / (a / (edge * edge) + b))
      let mass =
        peak - gsl_sf_lngamma(successes + 1) - gsl_sf_lngamma(n - successes + 1)
        + (successes - mode) * log(probability / (1 - probability))
      if height <= mass { return Int(successes) }
    }
  }
}
