private import CHaru

/// A PNG as plain pixels on white. libpng reads it, which answers to a broken file instead of ending the program.
struct Picture {
    let width: Int
    let height: Int
    /// Red, green and blue of each pixel, row by row from the top.
    let pixels: [UInt8]

    /// Limit: pixels of a side, looked at before anything is unpacked.
    private static let longestSide: UInt32 = 2000

    /// Nil for anything but a whole PNG within the limit.
    init?(png bytes: [UInt8]) {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]),
            png_image_begin_read_from_memory(&image, bytes, bytes.count) != 0,
            (1...Self.longestSide).contains(image.width), (1...Self.longestSide).contains(image.height)
        else { return nil }
        image.format = UInt32(PNG_FORMAT_FLAG_COLOR)
        var pixels = [UInt8](repeating: 0, count: Int(image.width) * Int(image.height) * 3)
        var white = png_color(red: 255, green: 255, blue: 255)
        guard png_image_finish_read(&image, &white, &pixels, 0, nil) != 0 else { return nil }
        (width, height) = (Int(image.width), Int(image.height))
        self.pixels = pixels
    }
}
