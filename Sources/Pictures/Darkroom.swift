private import CPixbuf
private import Glibc
import Synchronization

/// A picture that we made: a JPEG with nothing in it but pixels.
package struct DevelopedPicture: Equatable, Sendable {
    /// In pixels.
    package let width: Int
    package let height: Int
    package let jpeg: [UInt8]
}

/// Makes pictures that came from outside anew, by GdkPixbuf: whatever else was in the file (place, camera, preview, comment,
/// something that only looks like a picture) is gone.
package enum Darkroom {
    /// Limits: bytes of a picture, its pixels, and its longer side, before anything is decoded.
    package static let mostBytes = 25 << 20
    package static let mostPixels = 50_000_000
    /// Limit: pixels of a picture that comes in passes, each of which costs the same again.
    package static let mostPixelsInPasses = 25_000_000
    package static let longestSide = 20_000

    /// One at a time: a decoded picture may take 200 MB.
    private static let door = Mutex(())

    /// The picture in several sizes, upright, on white where it was transparent; nil where it is none, or one beyond the
    /// limits. Decodes it once. Blocks its thread for up to a few seconds.
    ///
    /// - Parameter sizes: the most pixels of the longer side, the largest first; a smaller picture stays as it is.
    package static func develop(_ bytes: [UInt8], sizes: [Int]) -> [DevelopedPicture]? {
        guard bytes.count <= mostBytes, let header = PictureHeader(bytes),
            max(header.width, header.height) <= longestSide,
            header.width * header.height <= (header.comesInPasses ? mostPixelsInPasses : mostPixels),
            let largest = sizes.first
        else { return nil }
        return door.withLock { _ in
            guard let picture = Pixels(bytes, header, longest: largest) else { return nil }
            let developed = sizes.compactMap { picture.scaled(longest: $0)?.developed }
            return developed.count == sizes.count ? developed : nil
        }
    }
}

/// A decoded picture.
private final class Pixels {
    private let pixbuf: OpaquePointer

    private init?(owning pixbuf: OpaquePointer?) {
        guard let pixbuf else { return nil }
        self.pixbuf = pixbuf
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(pixbuf)) }

    private var width: Int { Int(gdk_pixbuf_get_width(pixbuf)) }
    private var height: Int { Int(gdk_pixbuf_get_height(pixbuf)) }

    /// Decodes no larger than is needed: of a JPEG, the loader leaves out what is finer.
    convenience init?(_ bytes: [UInt8], _ header: PictureHeader, longest: Int) {
        // The loader of this very type: the bytes do not choose among all that are installed.
        guard let loader = gdk_pixbuf_loader_new_with_mime_type(header.format.rawValue, nil) else { return nil }
        defer { g_object_unref(loader) }
        let (width, height) = Self.fitted(header.width, header.height, longest)
        gdk_pixbuf_loader_set_size(loader, Int32(width), Int32(height))
        let isWritten = gdk_pixbuf_loader_write(loader, bytes, gsize(bytes.count), nil) != 0
        // It must be closed in any case.
        let isClosed = gdk_pixbuf_loader_close(loader, nil) != 0
        guard isWritten, isClosed, let decoded = gdk_pixbuf_loader_get_pixbuf(loader) else { return nil }
        self.init(owning: gdk_pixbuf_apply_embedded_orientation(decoded))
    }

    /// A copy without transparency, no larger than that.
    func scaled(longest: Int) -> Pixels? {
        let (width, height) = Self.fitted(self.width, self.height, longest)
        guard
            let scaled = Pixels(
                owning: gdk_pixbuf_scale_simple(pixbuf, Int32(width), Int32(height), GDK_INTERP_BILINEAR))
        else { return nil }
        guard gdk_pixbuf_get_has_alpha(scaled.pixbuf) != 0 else { return scaled }
        return Pixels(
            owning: gdk_pixbuf_composite_color_simple(
                scaled.pixbuf, Int32(width), Int32(height), GDK_INTERP_NEAREST, 255, 8, 0xFFFFFF, 0xFFFFFF))
    }

    var developed: DevelopedPicture? {
        var buffer: UnsafeMutablePointer<CChar>?
        var count: gsize = 0
        var keys = [strdup("quality"), nil]
        var values = [strdup("85"), nil]
        defer { for text in keys + values { free(text) } }
        guard gdk_pixbuf_save_to_bufferv(pixbuf, &buffer, &count, "jpeg", &keys, &values, nil) != 0, let buffer else {
            return nil
        }
        defer { g_free(buffer) }
        let bytes = UnsafeRawBufferPointer(start: buffer, count: Int(count))
        return DevelopedPicture(width: width, height: height, jpeg: Array(bytes))
    }

    private static func fitted(_ width: Int, _ height: Int, _ longest: Int) -> (Int, Int) {
        let side = max(width, height, 1)
        guard side > longest else { return (width, height) }
        return (max(1, width * longest / side), max(1, height * longest / side))
    }
}
