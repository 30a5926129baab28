/// What isotropic noise costs.
extension PerformancePage {
  var langevin: String {
    let (depth, width) = (3, 100)
    let rows = Set([1, record.threads]).sorted().compactMap { threads -> [String]? in
      guard let steps = record.measurement(.langevin, depth: depth, threads: threads),
        let normals = record.measurement(.normals, depth: depth, threads: threads)
      else { return nil }
      let parameters = Double(width * width * (depth - 2) + 4 * width)
      // Neighbours in a round: what disturbs one disturbs the other.
      let shares = zip(steps.repeats, normals.repeats).map { parameters * $0.rate / $1.rate }
      return [
        String(threads), TableText.rate(normals.median), TableText.rate(steps.median),
        "\(TableText.rate(steps.slowest)) to \(TableText.rate(steps.fastest))",
        TableText.spread(shares, TableText.percent),
        TableText.fixed(steps.coresUsed, 2),
      ]
    }
    let head = [
      "threads", "normals/s alone", "chain-steps/s", "slowest to fastest", "share of the normals",
      "cores used",
    ]
    return """
      ## Isotropic noise

      `langevin` at hidden width \(width), depth \(depth), temperature matched: a normal number for every weight at every step. The share is what
      those numbers alone would take of the time, round by round.

      \(TableText.table(head, left: 0, rows))
      """
  }
}
