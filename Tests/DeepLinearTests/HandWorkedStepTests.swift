import DeepLinear
import Testing

/// Two steps of SGD, worked by hand in fractions; every number is a double, so the test is exact.
///
/// L = 3, W_1 = I, W_2 = [[1, 0], [1, 1]], W_3 = [[1, 0], [0, 2]], eta = 1/4, lambda = 1/2. With c
/// = decay and p = pull:
///
/// Step 1, entry (1, 0) of value 1: v_0 = e_0, v_1 = (1, 0), v_2 = (1, 1); u_3 = e_1, u_2 = (0, 2),
/// u_1 = W_2^T u_2 = (2, 2); A = u_2 . v_2 = 2, residual 1. So
///
///     W_1 = [[c - 2p, 0], [-2p, c]],   W_2 = [[c, 0], [c - 2p, c]],   W_3 = [[c, 0], [-p, 2c - p]].
///
/// Step 2, entry (1, 1) of value 1: v_0 = e_1, v_1 = (0, c), v_2 = (0, c^2); u_2 = (-p, 2c - p),
/// u_1 = (-pc + (c - 2p)(2c - p), c(2c - p)); residual c^2 (2c - p) - 1; and g = -p * residual is
/// added as g u_1 to column 1 of W_1, g u_2 v_1^T to W_2, g v_2 to row 1 of W_3:
///
///                c     p    u_1               residual   g
///     main       3/4   1/4  (1/8, 15/16)      -19/64     19/256
///     appendix   7/8   1/4  (11/32, 21/16)     19/128   -19/512
///     figures    7/8   1/2  (-19/32, 35/32)   -11/256    11/512
@Suite struct HandWorkedStepTests {
  private static let afterOne: [Convention: [[Double]]] = [
    .main: [[1 / 4, 0, -1 / 2, 3 / 4], [3 / 4, 0, 1 / 4, 3 / 4], [3 / 4, 0, -1 / 4, 5 / 4]],
    .appendix: [[3 / 8, 0, -1 / 2, 7 / 8], [7 / 8, 0, 3 / 8, 7 / 8], [7 / 8, 0, -1 / 4, 3 / 2]],
    .figures: [[-1 / 8, 0, -1, 7 / 8], [7 / 8, 0, -1 / 8, 7 / 8], [7 / 8, 0, -1 / 2, 5 / 4]],
  ]
  private static let afterTwo: [Convention: [[Double]]] = [
    .main: [
      [3 / 16, 19 / 2048, -3 / 8, 2589 / 4096], [9 / 16, -57 / 4096, 3 / 16, 2589 / 4096],
      [9 / 16, 0, -3 / 16, 4011 / 4096],
    ],
    .appendix: [
      [21 / 64, -209 / 16384, -7 / 16, 5873 / 8192], [49 / 64, 133 / 16384, 21 / 64, 5873 / 8192],
      [49 / 64, 0, -7 / 32, 42077 / 32768],
    ],
    .figures: [
      [-7 / 64, -209 / 16384, -7 / 8, 12929 / 16384],
      [49 / 64, -77 / 8192, -7 / 64, 12929 / 16384],
      [49 / 64, 0, -7 / 16, 36379 / 32768],
    ],
  ]

  private static func network(_ layers: [[Double]]) -> Network {
    Network(weights: layers.map { Matrix(rows: 2, columns: 2, elements: $0) })
  }

  @Test(arguments: Convention.allCases) func twoStepsComeOutAsByHand(_ convention: Convention)
    throws
  {
    let phase = Schedule.Phase(steps: nil, learningRate: 1 / 4, ridge: 1 / 2)
    let coefficients = StepCoefficients(phase: phase, convention: convention)
    var network = Self.network([[1, 0, 0, 1], [1, 0, 1, 1], [1, 0, 0, 2]])
    network.step(entry: .init(row: 1, column: 0, value: 1), coefficients: coefficients)
    #expect(network == Self.network(try #require(Self.afterOne[convention])))
    network.step(entry: .init(row: 1, column: 1, value: 1), coefficients: coefficients)
    #expect(network == Self.network(try #require(Self.afterTwo[convention])))
  }

  @Test func theResidualAndItsVectorsAreThoseOfTheFormula() {
    let network = Self.network([[1, 0, 0, 1], [1, 0, 1, 1], [1, 0, 0, 2]])
    let (value, forward, backward) = network.residual(of: .init(row: 1, column: 0, value: 1))
    #expect(value == 1)
    #expect(forward == [[1, 0], [1, 0], [1, 1]])
    #expect(backward == [[], [2, 2], [0, 2], [0, 1]])
    #expect(network.product.elements == [1, 0, 2, 2])
  }
}
