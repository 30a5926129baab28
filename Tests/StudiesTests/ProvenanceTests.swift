import Ensemble
import Foundation
import Publishing
import Testing

@testable import Studies

@Suite("Provenance") struct ProvenanceTests {
  @Test("The file holds the study, its hash, the seed, the versions, the machine and the run")
  func file() throws {
    let report = try ReportSample.report([13: "seed: 18446744073709551615"])
    let text = try Provenance(study: report.study, plan: report.plan, run: ReportSample.run).json()
    #expect(text.contains("\"seed\" : 18446744073709551615,"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      Set(json.keys) == [
        "arms", "chain_steps", "chain_steps_per_second", "chains", "finished", "identity_sha256",
        "later", "machine", "name",
        "seed",
        "started", "study", "threads", "versions", "wall_seconds",
      ])
    let study = try #require(json["study"] as? [String: String])
    #expect(study["text"] == report.study.text && study["file"] == "x.yaml")
    #expect(study["sha256"] == Provenance.sha256(report.study.text))
    #expect(
      json["started"] as? String == "1970-01-12T13:46:40Z"
        && json["finished"] as? String == "1970-01-12T13:46:44Z")
    #expect(
      json["wall_seconds"] as? Double == 4 && json["chain_steps_per_second"] as? Double == 10_300)
    #expect(json["arms"] as? Int == 2 && json["chains"] as? [Int] == [5, 5])
    let versions = try #require(json["versions"] as? [String: String])
    #expect(Set(versions.keys) == ["rankfall", "commit", "swift", "clang", "gsl"])
    #expect(
      versions["gsl"]?.contains(/^[0-9]+\.[0-9]+/) == true && versions["clang"]?.isEmpty == false)
    let machine = try #require(json["machine"] as? [String: Any])
    #expect(Set(machine.keys) == ["cpu", "vector_path", "processors"])
  }

  @Test("The numbers of chains are those of each arm")
  func chains() throws {
    let study = try StudySample.study([11: "dynamics: [sgd, { langevin: { chains: 2 } }]"])
    func counts(_ plan: EnsemblePlan) throws -> [Int]? {
      let text = try Provenance(study: study, plan: plan, run: ReportSample.run).json()
      return (try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])?["chains"]
        as? [Int]
    }
    #expect(try counts(study.plan()) == [5, 2])
    #expect(try counts(study.plan(chains: 3)) == [3, 3])
  }

  @Test("The hash is SHA-256 (FIPS 180-2, appendix B)")
  func hash() {
    #expect(
      Provenance.sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    #expect(
      Provenance.sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test(
    "A commit is named only inside a checkout of Rankfall, with a sign when files differ from it")
  func commit() throws {
    #expect(SourceCommit.inCheckout(holding: "/") == "unknown")
    #expect(SourceCommit.inCheckout(holding: "/no/such/folder") == "unknown")
    try withTemporaryFolder { (folder: String) throws in
      func git(_ arguments: String...) {
        let identity = [
          "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false",
        ]
        #expect(ExternalTool.run("git", ["-C", folder] + identity + arguments).status == 0)
      }
      let source = folder + "/Sources/Studies/a.swift"
      try FileManager.default.createDirectory(
        atPath: folder + "/Sources/Studies", withIntermediateDirectories: true)
      try "a".write(toFile: source, atomically: false, encoding: .utf8)
      git("init", "-q")
      git("add", "-A")
      git("commit", "-q", "--no-verify", "-m", "a")
      let clean = SourceCommit.inCheckout(holding: folder + "/Sources")
      #expect(clean.wholeMatch(of: /[0-9a-f]{40}/) != nil)
      try "b".write(toFile: source, atomically: false, encoding: .utf8)
      #expect(SourceCommit.inCheckout(holding: folder + "/Sources") == clean + "+changes")
    }
  }
}
