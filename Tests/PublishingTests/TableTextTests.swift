import Publishing
import Testing

@Suite("Cells of tables") struct TableTextTests {
  @Test("Numbers keep the digits that their uncertainty allows")
  func rounded() {
    #expect(TableText.rounded(5243.7, spread: 230) == "5240")
    #expect(TableText.rounded(5243.7, spread: 23) == "5244")
    #expect(TableText.rounded(0.123456, spread: 0.0023) == "0.1235")
    #expect(TableText.rounded(123_456_789, spread: 0) == "123456789")
    #expect(
      TableText.scientific(1.4649e-4) == "1.46e-4" && TableText.scientific(12) == "1.20e1"
        && TableText.scientific(0) == "0")
  }

  @Test("CSV cells read back to the same number or text")
  func csv() {
    #expect(TableText.csv(nil as Double?).isEmpty && TableText.csv(.nan as Double?).isEmpty)
    #expect(
      TableText.csv(3.0 as Double?) == "3" && TableText.csv(0.1 as Double?) == "0.1"
        && TableText.csv(1e300 as Double?) == "1e+300")
    #expect(
      TableText.csv("[1, \"a\"]") == "\"[1, \"\"a\"\"]\"" && TableText.csv("plain") == "plain")
  }
}
