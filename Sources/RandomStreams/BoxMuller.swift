// Unsafe code: vectors of words are read as doubles, and doubles as words.
import CMachine

/// Two independent standard normals from the two 64-bit words of a block, four blocks at a time
/// (Box and Muller, Annals of Mathematical Statistics 29, 1958, 610):
///
///     u = (x + 1/2) / 2^64,  v = (y + 1/2) / 2^64,  r = sqrt(-2 ln u),  (r cos(2 pi v), r sin(2 pi v)),
///
/// with x the first word and y the second. All 64 bits of both count. u and the part of v that is
/// left in its quarter turn are rounded once, to the nearest double; so u may become 1, with
/// probability 2^-54, and then both normals are zero. Otherwise u is in [2^-65, 1): r reaches to
/// 9.49, and beyond 8 there are still 233 000 values of it.
///
/// Every operation is an IEEE one or a fused multiply-add in stated order: no function of libm, no
/// branch, the same bits in every lane and on every machine. The errors are a few units in the last
/// place: at most 3.4 in 8 * 10^7 random normals, and 1.75 in 99.6 %. The coefficients are from
/// Tests/RandomStreamsTests/Vectors/make-polynomials.py.
///
/// Where `|` or `^` would do, bits are put on by `&+`: that is one operation on a vector to the
/// compiler, where the others are four on lanes, which it may put together again in another order,
/// with shuffles. It buys 3 to 5 %.
enum BoxMuller {
  private typealias Vector = SIMD4<Double>
  private typealias Bits = SIMD4<UInt64>

  /// The two normals of the block in each lane.
  @inline(__always)
  static func pair(_ words: (first: LaneWord, second: LaneWord)) -> (
    cosine: SIMD4<Double>, sine: SIMD4<Double>
  ) {
    let radius = rankfall_square_roots(squaredRadius(words.first))
    // The top two bits of y + 2^61 say which quarter turn v is nearest to.
    let turn = words.second.high &+ Bits(repeating: 1 << 29)
    let (cosine, sine) = direction(turn: turn, low: words.second.low)
    // Bits 30 and 31 of `turn` are the quarter: 1 and 3 swap sine and cosine, 1 and 2 negate the
    // cosine, 2 and 3 the sine.
    let odd = turn &<< 33
    let upper = turn &<< 32
    let swap = SIMD4<Int64>(truncatingIfNeeded: odd) .< 0
    let sign = Bits(repeating: 1 << 63)
    let first = bits(cosine.replacing(with: sine, where: swap)) &+ ((odd ^ upper) & sign)
    let second = bits(sine.replacing(with: cosine, where: swap)) &+ (upper & sign)
    return (radius * vector(first), radius * vector(second))
  }

  /// The two normals of one block: lane 0 of four equal ones.
  static func pair(_ words: SIMD2<UInt64>) -> (cosine: Double, sine: Double) {
    func lanes(_ word: UInt64) -> LaneWord {
      LaneWord(low: SIMD4(repeating: word & 0xFFFF_FFFF), high: SIMD4(repeating: word >> 32))
    }
    let pair: (cosine: SIMD4<Double>, sine: SIMD4<Double>) = pair(
      (lanes(words[0]), lanes(words[1])))
    return (pair.cosine[0], pair.sine[0])
  }

  /// -2 ln u.
  ///
  /// u = 2^-k m with m in [sqrt(1/2), sqrt(2)), k in 0...65, and with f = m - 1 and s = f / (2 + f)
  ///
  ///     ln m = f - s (f - R(s^2)),  R = 2/3 s^2 + 2/5 s^4 + ...  (as in FreeBSD's e_log.c),
  ///
  /// so that f, which is exact, carries the result where it is small. In the code all of these are
  /// negated or doubled: d = -2 f.
  @inline(__always)
  private static func squaredRadius(_ word: LaneWord) -> SIMD4<Double> {
    let u = bits(fraction(high: word.high & 0xFFFF_FFFF, low: word.low, bias: 0))
    // The exponent field counts 65 - k, once what is below sqrt(1/2) has been carried down.
    let root = (0.5 as Double).squareRoot().bitPattern
    let shifted = u &+ Bits(repeating: 65 << 52 &- root)
    let k =
      Vector(repeating: 0x1p52 + 65)
      - vector((shifted &>> 52) &+ Bits(repeating: (0x1p52).bitPattern))
    let twice = vector((shifted & 0x000F_FFFF_FFFF_FFFF) &+ Bits(repeating: root &+ 1 << 52))
    let d = 2 - twice
    let s = d / (2 + twice)
    let z = s * s
    var p = Vector(repeating: 0x1.2f03ba61c4f52p-2)
    p = Vector(repeating: 0x1.39a1e8c573b50p-2).addingProduct(z, p)
    p = Vector(repeating: 0x1.74663ced85999p-2).addingProduct(z, p)
    p = Vector(repeating: 0x1.c71c521450a34p-2).addingProduct(z, p)
    p = Vector(repeating: 0x1.24924941e1560p-1).addingProduct(z, p)
    p = Vector(repeating: 0x1.999999997ff19p-1).addingProduct(z, p)
    p = Vector(repeating: 0x1.5555555555592p+0).addingProduct(z, p)
    let twiceLogarithmOf2 = Vector(repeating: 0x1.62e42fefa39efp+0)
    return d.addingProduct(k, twiceLogarithmOf2).addingProduct(s, d.addingProduct(z, p))
  }

  /// cos(2 pi a) and sin(2 pi a), with a in [-1/8, 1/8] what is left of v beyond the nearest
  /// quarter turn.
  ///
  /// It is formed from whole numbers, and so has all its digits next to the axes, where a sine or a
  /// cosine goes through zero.
  @inline(__always)
  private static func direction(turn: SIMD4<UInt64>, low: SIMD4<UInt64>) -> (
    cosine: SIMD4<Double>, sine: SIMD4<Double>
  ) {
    let a = fraction(high: turn & 0x3FFF_FFFF, low: low, bias: 0x1p-3)
    let z = a * a
    var p = Vector(repeating: 0x1.e3fbe42b26fbep+1)
    p = Vector(repeating: -0x1.e3008fadf5d18p+3).addingProduct(z, p)
    p = Vector(repeating: 0x1.5078300347734p+5).addingProduct(z, p)
    p = Vector(repeating: -0x1.32d2cce31bf06p+6).addingProduct(z, p)
    p = Vector(repeating: 0x1.466bc67758c4cp+6).addingProduct(z, p)
    p = Vector(repeating: -0x1.4abbce625be46p+5).addingProduct(z, p)
    // 2 pi in two parts, the smaller with the rest of the series.
    p = Vector(repeating: 0x1.1a62633145c07p-52).addingProduct(z, p)
    let sine = (a * p).addingProduct(a, Vector(repeating: 0x1.921fb54442d18p+2))
    var q = Vector(repeating: -0x1.b0345e99344f3p+0)
    q = Vector(repeating: 0x1.f9c4adc0407a5p+2).addingProduct(z, q)
    q = Vector(repeating: -0x1.a6d1e238ee419p+4).addingProduct(z, q)
    q = Vector(repeating: 0x1.e1f50675b20c8p+5).addingProduct(z, q)
    q = Vector(repeating: -0x1.55d3c7e3bfe56p+6).addingProduct(z, q)
    q = Vector(repeating: 0x1.03c1f081b5a52p+6).addingProduct(z, q)
    q = Vector(repeating: -0x1.3bd3cc9be45dep+4).addingProduct(z, q)
    return (Vector(repeating: 1).addingProduct(z, q), sine)
  }

  /// (high 2^32 + low + 1/2) / 2^64 - bias, rounded once: each half is written under the exponent
  /// that gives it its weight.
  @inline(__always)
  private static func fraction(high: SIMD4<UInt64>, low: SIMD4<UInt64>, bias: Double) -> SIMD4<
    Double
  > {
    let upper =
      vector(high &+ Bits(repeating: (0x1p20).bitPattern)) - Vector(repeating: 0x1p20 + bias)
    let lower =
      vector((low & 0xFFFF_FFFF) &+ Bits(repeating: (0x1p-12).bitPattern))
      - Vector(repeating: 0x1p-12 - 0x1p-65)
    return upper + lower
  }

  @inline(__always)
  static func vector(_ bits: SIMD4<UInt64>) -> SIMD4<Double> {
    unsafeBitCast(bits, to: SIMD4<Double>.self)
  }

  @inline(__always)
  static func bits(_ vector: SIMD4<Double>) -> SIMD4<UInt64> {
    unsafeBitCast(vector, to: SIMD4<UInt64>.self)
  }
}
