import Foundation

extension LaTeX {
  /// A text that LaTeX sets to the letter, on one line.
  ///
  /// Letters of alphabets that the reader's fonts lack stay as they are: Greek letters and the
  /// common signs of mathematics are set in math mode, Latin letters with accents are known to
  /// every LaTeX since 2018.
  static func escaped(_ text: String) -> String {
    var previous: Unicode.Scalar?
    return TableText.escaped(TableText.oneLine(text).precomposedStringWithCanonicalMapping) {
      scalar in
      defer { previous = scalar }
      // Two of these in a row would become one sign: -- a dash, '' a quotation mark.
      if scalar == previous, ligatures.contains(scalar) { return "{}" + String(scalar) }
      return signs[scalar] ?? math[scalar].map { "$\($0)$" }
    }
  }

  private static let ligatures: Set<Unicode.Scalar> = ["-", "'", ","]

  /// Brackets and the star are in braces because they would be an option of the line break before
  /// them.
  private static let signs: [Unicode.Scalar: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#",
    "%": "\\%", "_": "\\_",
    "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "`": "\\textasciigrave{}", "\"": "{''}",
    "[": "{[}", "]": "{]}",
    "*": "{*}",
  ]

  private static let math: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "<": "<", ">": ">", "|": "|", "±": "\\pm", "−": "-", "×": "\\times", "≤": "\\leq",
      "≥": "\\geq", "≠": "\\neq",
      "≈": "\\approx",
      "∞": "\\infty", "√": "\\surd", "→": "\\rightarrow", "←": "\\leftarrow", "·": "\\cdot",
      "∈": "\\in", "∑": "\\sum",
      "∆": "\\Delta",
      "µ": "\\mu", "ϵ": "\\epsilon", "ϕ": "\\phi", "²": "^2", "³": "^3", "⁻": "^{-}", "¹": "^1",
      "₀": "_0", "₁": "_1", "₂": "_2",
      "₃": "_3",
    ]
    let names = [
      "alpha", "beta", "gamma", "delta", "varepsilon", "zeta", "eta", "theta", "iota", "kappa",
      "lambda", "mu", "nu", "xi", "o",
      "pi",
      "rho", "varsigma", "sigma", "tau", "upsilon", "varphi", "chi", "psi", "omega",
    ]
    for (letter, name) in zip("αβγδεζηθικλμνξοπρςστυφχψω".unicodeScalars, names) {
      table[letter] = name == "o" ? "o" : "\\" + name
    }
    for (letter, name) in zip(
      "ΓΔΘΛΞΠΣΥΦΨΩ".unicodeScalars,
      ["Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"])
    {
      table[letter] = "\\" + name
    }
    return table
  }()
}
