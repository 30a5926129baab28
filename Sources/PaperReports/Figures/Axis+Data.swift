import Foundation
import Publishing

extension PanelPicture.Axis {
  /// A logarithmic axis around some values, from a power of ten on, which is not below `floor`; values that are not above 0 are left out.
  static func decades(_ label: PictureText, of values: [Double], floor: Double) -> PanelPicture.Axis {
    let positive = values.filter { $0 > 0 && $0.isFinite }
    let low = max(pow(10, log10(positive.min() ?? floor).rounded(.down)), floor)
    let high = max(1.6 * (positive.max() ?? floor), 10 * low)
    return PanelPicture.Axis(label, low...min(high, 1e300), isLogarithmic: true)
  }
}
