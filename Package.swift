// swift-tools-version: 6.2
// Rankfall: a Monte Carlo statistics toolkit for the one-way rank jumps of SGD in deep linear
// networks.
import PackageDescription

// Without -march=x86-64-v3 the multiply-adds of the hot loops become calls to libm (about 38 times
// slower). The level can be raised (x86-64-v4) or lowered through RANKFALL_MARCH; the results are
// the same to the bit at any level.
#if arch(x86_64)
  let march = Context.environment["RANKFALL_MARCH"] ?? "x86-64-v3"
  let vectorFlags = ["-Xcc", "-march=\(march)"]
#else
  let march = "baseline"
  let vectorFlags: [String] = []
#endif

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .unsafeFlags(vectorFlags),
]

/// libm holds fma(), which a debug build calls where a release build emits the instruction.
let math: [LinkerSetting] = [.linkedLibrary("m")]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings, linkerSettings: math)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
  -> Target
{
  .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

let package = Package(
  name: "Rankfall",
  products: [.executable(name: "rankfall", targets: ["rankfall"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .target(name: "CMachine", cSettings: [.define("RANKFALL_MARCH", to: "\"\(march)\"")]),
    room("DataFiles"),
    .target(name: "CProcess"),
    room("Threads"),
    room("RandomStreams", ["CGSL", "CMachine"]),
    room("DeepLinear", ["DataFiles", "RandomStreams"]),
    room("AbsorbingSets", ["CGSL", "CMachine", "DeepLinear"]),
    room("Ladder", ["AbsorbingSets", "DeepLinear", "RandomStreams"]),
    room("Engines", ["AbsorbingSets", "DeepLinear", "Ladder", "RandomStreams"]),
    room("Chains", ["AbsorbingSets", "DeepLinear", "Engines", "Ladder", "RandomStreams"]),
    room(
      "Landscape",
      [
        "AbsorbingSets", "CGSL", "Chains", "DeepLinear", "Engines", "Ladder", "RandomStreams",
        "Threads",
      ]),
    room(
      "Ensemble",
      [
        "AbsorbingSets", "Chains", "DeepLinear", "Engines", "Ladder", "RandomStreams", "Threads",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    room(
      "Audits",
      [
        "AbsorbingSets", "Chains", "DeepLinear", "Engines", "Ensemble", "Ladder", "RandomStreams",
        "Threads",
      ]),
    room("Survival", ["CGSL", "RandomStreams"]),
    room("Publishing", ["CProcess", "Threads"]),
    room("SurvivalReports", ["DataFiles", "Publishing", "Survival"]),
    room(
      "Studies",
      [
        "AbsorbingSets", "CGSL", "CMachine", "Chains", "DataFiles", "DeepLinear", "Engines",
        "Ensemble", "Ladder", "Landscape",
        "Publishing", "Survival", "SurvivalReports", "Threads",
        .product(name: "Yams", package: "Yams"),
      ]),
    room(
      "PaperReports",
      [
        "AbsorbingSets", "Audits", "Chains", "DeepLinear", "Engines", "Ensemble", "Ladder",
        "Landscape", "Publishing",
        "RandomStreams", "Studies", "Survival", "SurvivalReports",
      ]),
    .executableTarget(
      name: "rankfall",
      dependencies: [
        "AbsorbingSets", "Audits", "Chains", "DataFiles", "DeepLinear", "Engines", "Ensemble",
        "Ladder", "Landscape",
        "PaperReports", "Publishing", "Studies", "Survival", "SurvivalReports", "Threads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings, linkerSettings: math),
    .target(
      name: "TestKit",
      dependencies: [
        "AbsorbingSets", "Chains", "DeepLinear", "Engines", "Ladder", "RandomStreams", "Threads",
      ],
      path: "Tests/TestKit",
      swiftSettings: settings, linkerSettings: math),
    .target(
      name: "FuzzKit",
      dependencies: [
        "DataFiles", "DeepLinear", "Publishing", "Studies", "Survival", "SurvivalReports",
      ],
      path: "Tests/FuzzKit", swiftSettings: settings, linkerSettings: math),
    tests("FuzzTests", ["FuzzKit", "rankfall"], resources: [.copy("Corpus")]),
    .executableTarget(
      name: "rankfall-fuzz", dependencies: ["FuzzKit"], path: "tools/fuzz", swiftSettings: settings,
      linkerSettings: math),
    tests("DeepLinearTests", ["DataFiles", "DeepLinear", "RandomStreams", "TestKit"]),
    tests(
      "AbsorbingSetsTests", ["AbsorbingSets", "CGSL", "DeepLinear", "TestKit"],
      resources: [.copy("Fixtures")]),
    tests(
      "DynamicsTests",
      ["AbsorbingSets", "Chains", "DeepLinear", "Engines", "Ladder", "RandomStreams", "TestKit"]),
    tests(
      "EnsembleTests",
      [
        "AbsorbingSets", "Chains", "DeepLinear", "Engines", "Ensemble", "Ladder", "RandomStreams",
        "TestKit",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(
      "LandscapeTests",
      [
        "AbsorbingSets", "CGSL", "Chains", "DeepLinear", "Engines", "Ladder", "Landscape",
        "RandomStreams", "TestKit",
      ]),
    tests(
      "AuditsTests",
      [
        "AbsorbingSets", "Audits", "Chains", "DeepLinear", "Engines", "Ensemble", "Ladder",
        "RandomStreams", "TestKit",
      ]),
    tests(
      "PaperReportsTests",
      [
        "AbsorbingSets", "Audits", "Chains", "DeepLinear", "Engines", "Ensemble", "Ladder",
        "Landscape", "PaperReports",
        "Publishing", "Studies", "Survival", "TestKit",
      ]),
    tests("CommandTests", ["rankfall"]),
    tests("SurvivalReportsTests", ["DataFiles", "Publishing", "Survival", "SurvivalReports"]),
    tests("SurvivalTests", ["CGSL", "Survival"], resources: [.copy("Fixtures")]),
    .executableTarget(
      name: "stream-dump", dependencies: ["RandomStreams"], path: "tools/stream-dump",
      swiftSettings: settings, linkerSettings: math),
    tests("RandomStreamsTests", ["RandomStreams"], resources: [.process("Vectors")]),
    tests("PublishingTests", ["Publishing", "Threads"]),
    tests(
      "StudiesTests",
      [
        "AbsorbingSets", "Chains", "DeepLinear", "Engines", "Ensemble", "Ladder", "Publishing",
        "Studies", "Survival", "TestKit",
      ]),
    tests(
      "StatisticalTests",
      [
        "CGSL", "Chains", "DeepLinear", "Engines", "Ladder", "RandomStreams", "Survival", "TestKit",
        "Threads", "survival-coverage",
      ]),
    .executableTarget(
      name: "rankfall-bench",
      dependencies: [
        "Chains", "Engines", "Ladder", "RandomStreams", "Studies", "Threads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "tools/bench", swiftSettings: settings, linkerSettings: math),
    .executableTarget(
      name: "survival-bench",
      dependencies: [
        "CGSL", "Publishing", "Studies", "Survival", "SurvivalReports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "tools/survival-bench", swiftSettings: settings, linkerSettings: math),
    .executableTarget(
      name: "survival-coverage",
      dependencies: [
        "CGSL", "Publishing", "Survival",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "tools/survival-coverage", swiftSettings: settings, linkerSettings: math),
  ]
)
