import Foundation
import FuzzKit

// Feeds inputs of a seed to the parsers and to the built program:
//
//     rankfall-fuzz SEED COUNT COMMANDS PROGRAM FOLDER
//
// COUNT inputs, a third each of studies, data files and matrix files, and COMMANDS command lines.
// Before an input is tried it is written to FOLDER/last: after a trap, or the signal that ends a
// hang of 10 s, it is there. Inputs that fail otherwise are written to FOLDER/failed-N. The status
// is 1 when one did.
let arguments = CommandLine.arguments
guard arguments.count == 6, let seed = UInt64(arguments[1]), let count = Int(arguments[2]),
  let commands = Int(arguments[3])
else {
  FileHandle.standardError.write(
    Data("usage: rankfall-fuzz SEED COUNT COMMANDS PROGRAM FOLDER\n".utf8))
  exit(2)
}
let folder = URL(fileURLWithPath: arguments[5])
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let kinds: [FuzzInput.Kind] = [.study, .survival, .matrix]
var tally: [String: (answered: Int, refused: Int, failed: Int)] = [:]
for number in 0..<(count + commands) {
  let kind = number < count ? kinds[number % kinds.count] : .command
  let input = FuzzInput(kind, seed: seed, number: number)
  try input.data().write(to: folder.appendingPathComponent("last"))
  // The default action of the signal ends the process.
  if kind != .command { alarm(10) }
  let outcome = input.trial(program: arguments[4])
  alarm(0)
  switch outcome {
  case .answered: tally[kind.rawValue, default: (0, 0, 0)].answered += 1
  case .refused: tally[kind.rawValue, default: (0, 0, 0)].refused += 1
  case .failed(let reason):
    tally[kind.rawValue, default: (0, 0, 0)].failed += 1
    try input.data().write(to: folder.appendingPathComponent("failed-\(number)"))
    print("input \(number) (\(kind.rawValue)): \(reason)")
  }
}
for (kind, counts) in tally.sorted(by: { $0.key < $1.key }) {
  print("\(kind): \(counts.answered) answered, \(counts.refused) refused, \(counts.failed) failed")
}
exit(tally.values.allSatisfy { $0.failed == 0 } ? 0 : 1)
