# Makes box-muller.txt and known-draws.txt:  python make-draws.py
# Made with Python 3.11 and mpmath 1.3, and none of the library's code. box-muller.txt: the transform to 50 digits. known-draws.txt: draws to the bit,
# from the definitions in docs/random-numbers.md, by Python's whole numbers, IEEE doubles, and fused multiply-adds of exact fractions.
import math
import random
import struct
from fractions import Fraction
import mpmath as mp

mp.mp.dps = 50
MASK = 2**32 - 1
PURPOSES = {"entries": 0, "noise": 3, "shuffles": 4, "batches": 5}

def words(seed, arm, chain, purpose, index):
    x = [index & MASK, PURPOSES[purpose] << 24 | index >> 32, chain, arm]
    k = [seed & MASK, seed >> 32]
    for _ in range(10):
        first, second = 0xD2511F53 * x[0], 0xCD9E8D57 * x[2]
        x = [second >> 32 ^ x[1] ^ k[0], second & MASK, first >> 32 ^ x[3] ^ k[1], first & MASK]
        k = [(k[0] + 0x9E3779B9) & MASK, (k[1] + 0xBB67AE85) & MASK]
    return x[0] | x[1] << 32, x[2] | x[3] << 32

def bits(value):
    return struct.unpack("<Q", struct.pack("<d", value))[0]

# The transform to 50 digits. u is a double by definition; the angle is exact.
def reference(x, y):
    u = mp.mpf((2 * x + 1) / 2**65)
    radius, turn = mp.sqrt(-2 * mp.log(u)), mp.mpf(2 * y + 1) / 2**65
    return radius * mp.cospi(2 * turn), radius * mp.sinpi(2 * turn)

# The same to the bit.
def fma(a, b, c):
    return float(Fraction(a) * Fraction(b) + Fraction(c))

def horner(z, coefficients):
    p = coefficients[0]
    for c in coefficients[1:]:
        p = fma(z, p, c)
    return p

def hexes(text):
    return [float.fromhex(x) for x in text.split()]

LOGARITHM = hexes("""0x1.2f03ba61c4f52p-2 0x1.39a1e8c573b50p-2 0x1.74663ced85999p-2 0x1.c71c521450a34p-2 0x1.24924941e1560p-1
0x1.999999997ff19p-1 0x1.5555555555592p+0""")
SINE = hexes("""0x1.e3fbe42b26fbep+1 -0x1.e3008fadf5d18p+3 0x1.5078300347734p+5 -0x1.32d2cce31bf06p+6 0x1.466bc67758c4cp+6
-0x1.4abbce625be46p+5 0x1.1a62633145c07p-52""")
COSINE = hexes("""-0x1.b0345e99344f3p+0 0x1.f9c4adc0407a5p+2 -0x1.a6d1e238ee419p+4 0x1.e1f50675b20c8p+5 -0x1.55d3c7e3bfe56p+6
0x1.03c1f081b5a52p+6 -0x1.3bd3cc9be45dep+4""")

def box_muller(x, y):
    u = (2 * x + 1) / 2**65
    m, e = math.frexp(u)
    if m < math.sqrt(0.5):
        m, e = 2 * m, e - 1
    d = 2 - 2 * m
    s = d / (2 + 2 * m)
    z = s * s
    radius = math.sqrt(fma(s, fma(z, horner(z, LOGARITHM), d), fma(-float(e), 2 * math.log(2), d)))
    quarter = (y + 2**61 >> 62) % 4
    a = (2 * ((y + 2**61) % 2**62) + 1 - 2**62) / 2**65
    z = a * a
    sine = fma(a, 2 * math.pi, a * horner(z, SINE))
    cosine = fma(z, horner(z, COSINE), 1.0)
    cosine, sine = [(cosine, sine), (-sine, cosine), (-cosine, -sine), (sine, -cosine)][quarter]
    return radius * cosine, radius * sine

def normals(seed, arm, chain, count, substeps, step):
    xi = []
    for q in range(substeps):
        row = []
        for pair in range((count + 1) // 2):
            row += box_muller(*words(seed, arm, chain, "noise", q * 2**44 + step * ((count + 1) // 2) + pair))
        xi.append(row[:count])
    if substeps == 1:
        return xi[0]
    zeta = [[0.0] * count for _ in xi]
    for j in range(count):
        first, suffix = xi[0][j] * (1 / math.sqrt(substeps)), 0.0
        for s in range(substeps - 1, 0, -1):
            zeta[s][j] = fma(xi[s][j], -math.sqrt(s / (s + 1)), first + suffix)
            suffix = fma(xi[s][j], 1 / math.sqrt(s * (s + 1)), suffix)
        zeta[0][j] = first + suffix
    return [value for row in zeta for value in row]

def word(seed, arm, chain, purpose, number):
    return words(seed, arm, chain, purpose, number // 2)[number % 2]

def permutation(seed, arm, chain, n, epoch):
    # Which word and which digit before it serve each base.
    plan, product, used = [], 1, 0
    for base in range(n, 1, -1):
        if product * base > 2**32:
            used, product = used + 1, 1
        plan.append((used, product, base))
        product *= base
    share = 1
    if used == 0:
        while share < 32 and math.factorial(n) ** (share + 1) <= 2**32:
            share += 1
    result = list(range(n))
    for number, before, base in plan:
        x = word(seed, arm, chain, "shuffles", epoch // share * (used + 1) + number)
        before *= math.factorial(n) ** (epoch % share) if used == 0 else 1
        j = x * before * base // 2**64 % base
        result[base - 1], result[j] = result[j], result[base - 1]
    return result

def shuffled(seed, arm, chain, n, first):
    return [permutation(seed, arm, chain, n, step // n)[step % n] for step in range(first, first + 32)]

def batch(seed, arm, chain, n, draw, first):
    digits = 1
    while digits < 32 and n ** (2 * digits) <= 2**32:
        digits *= 2
    result = []
    for step in range(first, first + 32):
        index = draw * 2**44 + step // (2 * digits)
        x = words(seed, arm, chain, "batches" if draw else "entries", index)[step // digits % 2]
        result.append(x * n ** (step % digits + 1) // 2**64 % n)
    return result

random.seed(2305)
root = math.isqrt(2**127)
xs = [0, 1, 2, 3, 2**11, 2**38 - 1, 2**38, root // 2**40, root // 2 - 1, root // 2 + 1, root - 1000, root - 1, root, root + 1, root + 1000]
xs += [2**k + d for k in (52, 53, 54, 62, 63) for d in (-1, 1)] + [2**64 - 2**k for k in (11, 12, 20, 40, 60)]
ys = [2**61 * k + d for k in range(8) for d in (0, 1, 2**32)] + [2**61 * k - 1 for k in range(1, 9)]
points = [(x, ys[(i + 7 * j) % len(ys)]) for i, x in enumerate(xs) for j in range(16)] + [(random.getrandbits(64), y) for y in ys for _ in range(4)]
points += [(random.getrandbits(64), random.getrandbits(64)) for _ in range(500)]
points += [(random.getrandbits(64) >> random.randrange(10, 60), random.getrandbits(64)) for _ in range(100)]
# The worst of 4 * 10^7 random blocks, found by comparison with x87's long doubles.
points += [(0x1ddd10d284dfab4b, 0x2bd9b4881a3ef5a9), (0x373c27edcdc0faf1, 0xa8aa752a5e4af585), (0x19d591bc181472fc, 0x6cfafe4d5719188d)]
with open("box-muller.txt", "w") as file:
    print("# Words x and y, then for both normals the nearest double and what it leaves, in units in the last place of it (make-draws.py).", file=file)
    for x, y in points:
        text = []
        for value in reference(x, y):
            near = float(value)
            text.append(f"{bits(near):016x} {mp.nstr((value - near) / math.ulp(near), 3)}")
        print(f"{x:016x} {y:016x}", *text, file=file)
        for ours, value in zip(box_muller(x, y), reference(x, y)):
            assert abs(ours - value) < 4 * math.ulp(float(value))

SEED = 0x0123456789ABCDEF
with open("known-draws.txt", "w") as file:
    print("# Draws to the bit (make-draws.py); seed 0123456789abcdef.", file=file)
    print("# normals ARM CHAIN COUNT SUBSTEPS STEP: bit patterns; shuffled ARM CHAIN N FIRST: entries; batch ARM CHAIN N DRAW FIRST: entries", file=file)
    for case in [(0, 0, 4, 1, 0), (0, 0, 4, 1, 1), (7, 11, 3, 1, 1000), (1, 2, 1, 1, 5), (1, 2, 2, 2, 3), (3, 5, 3, 5, 123456789), (0, 1, 2, 16, 1),
                 (2**32 - 1, 2**32 - 1, 2, 1, 2**44 - 1)]:
        print("normals", *case, ":", *(f"{bits(z):016x}" for z in normals(SEED, *case)), file=file)
    for case in [(0, 0, 1, 0), (0, 0, 2, 0), (0, 0, 3, 0), (0, 0, 3, 32), (5, 9, 3, 32 * 10**9), (0, 1, 4, 64), (0, 1, 5, 96), (0, 1, 7, 96), (0, 1, 8, 64),
                 (0, 1, 12, 32), (0, 1, 13, 32), (2, 3, 40, 64), (2, 3, 1000, 32 * 777)]:
        print("shuffled", *case, ":", *shuffled(SEED, *case), file=file)
    for case in [(0, 0, 3, 0, 0), (0, 0, 3, 1, 0), (0, 0, 3, 2, 32 * 10**6), (4, 6, 300, 4095, 64), (4, 6, 1, 1, 0), (4, 6, 2, 1, 32)]:
        print("batch", *case, ":", *batch(SEED, *case), file=file)
