import Templates

extension BrandColor {
    /// The darkest surface of the light style and the lightest of the dark one: what holds there holds on the others.
    private static let lightSurface = BrandColor(0xF1, 0xF3, 0xF6)
    private static let darkSurface = BrandColor(0x21, 0x27, 0x30)

    /// `--brand` fills, `--on-brand` is written on it, `--ink` is the color as a text.
    var properties: String {
        """
        :root{--brand:\(text);--on-brand:\(ink.text);--ink:\(written(toward: .black, on: Self.lightSurface))}
        @media (prefers-color-scheme:dark){:root{--ink:\(written(toward: .white, on: Self.darkSurface))}}

        """
    }

    private func written(toward other: BrandColor, on surface: BrandColor) -> String {
        mixed(with: other, on: surface, contrast: 4.6).text
    }
}
