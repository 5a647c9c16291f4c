import HTTPTypes
import MailFormat
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Watches how requests arrive on one connection: who sends byte by byte is cut off, and who sends what is no HTTP hears
/// which of the two limits it was and is sent away.
///
/// It costs a request nothing but two flags: one timer for the connection looks at them.
final class RequestWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Limit: bytes that have to come in one window, for as long as a request is not whole.
    private static let leastBytes = 4096
    /// How long a connection stays for the sender of something refused to read why.
    private static let farewell = TimeAmount.seconds(1)
    /// How long the rest of a request may still come that was answered before it was whole.
    private static let rest = TimeAmount.seconds(5)

    private let window: TimeAmount
    private let arrival = Arrival()
    private var isAnswering = false
    private var isOver = false

    /// - Parameter window: a request that is under way through the whole of one must bring enough bytes in it.
    init(window: TimeAmount) { self.window = window }

    func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        try? pipeline.addHandler(ArrivalCounter(arrival), position: .first)
        if let decoder = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) {
            try? pipeline.addHandler(HostCheck(), position: .after(decoder))
        }
        look(context, after: nil)
    }

    /// Looks again when a window has passed.
    private func look(_ context: ChannelHandlerContext, after number: Int?) {
        let seen = arrival.bytes
        _ = context.eventLoop.assumeIsolated().scheduleTask(in: window) { [self] in
            guard context.channel.isActive, !isOver else { return }
            let isSame = arrival.isUnderWay && number == arrival.number
            if isSame, arrival.bytes - seen < Self.leastBytes { return turnAway(context, .requestTimeout) }
            look(context, after: arrival.isUnderWay ? arrival.number : nil)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        switch unwrapInboundIn(data) {
        case .head: arrival.begin()
        case .body: break
        case .end: arrival.isUnderWay = false
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // What was refused has its answer: a second one would be taken for that of the next request.
        guard !isOver else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head: isAnswering = true
        case .body: break
        case .end:
            isAnswering = false
            if arrival.isUnderWay { closeUnlessWhole(context, arrival.number) }
        }
        context.write(data, promise: promise)
    }

    private func closeUnlessWhole(_ context: ChannelHandlerContext, _ number: Int) {
        _ = context.eventLoop.assumeIsolated().scheduleTask(in: Self.rest) { [self] in
            if arrival.isUnderWay, arrival.number == number { context.close(promise: nil) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        turnAway(context, error == .headerOverflow ? .requestHeaderFieldsTooLarge : .badRequest)
    }

    /// Says why, unless an answer is under way, and ends the connection.
    private func turnAway(_ context: ChannelHandlerContext, _ status: HTTPResponse.Status) {
        guard !isOver else { return }
        isOver = true
        guard !isAnswering else { return context.close(promise: nil) }
        let head = HTTPResponse(status: status, headerFields: [.connection: "close", .contentLength: "0"])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(mode: .output, promise: nil)
        // Closed at once, with bytes unread, the answer would be lost (RFC 9112 §9.6).
        _ = context.eventLoop.assumeIsolated().scheduleTask(in: Self.farewell) { context.close(promise: nil) }
    }
}

/// What has come of the request that is under way. Touched on the connection's event loop alone.
private final class Arrival {
    /// Bytes since the connection was made.
    var bytes = 0
    var isUnderWay = false
    /// Counts requests, to know one again.
    var number = 0

    func begin() {
        guard !isUnderWay else { return }
        isUnderWay = true
        number += 1
    }
}

/// Counts bytes before anything is made of them.
private final class ArrivalCounter: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let arrival: Arrival

    init(_ arrival: Arrival) { self.arrival = arrival }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        arrival.begin()
        arrival.bytes += unwrapInboundIn(data).readableBytes
        context.fireChannelRead(data)
    }
}

/// Refuses what names no host, or several, or another one in its target (RFC 9112 §3.2): somebody before us may have
/// believed that one.
private final class HostCheck: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data), !Self.namesOneHost(head) {
            return context.fireErrorCaught(HTTPParserError.invalidHeaderToken)
        }
        context.fireChannelRead(data)
    }

    private static func namesOneHost(_ head: HTTPRequestHead) -> Bool {
        let hosts = head.headers["host"]
        guard hosts.count == 1 || hosts.isEmpty && head.version != .http1_1 else { return false }
        let target = head.uri.utf8
        if target.first == UInt8(ascii: "/") || target.elementsEqual("*".utf8) { return true }
        guard let authority = authority(of: target), let host = hosts.first else { return false }
        return authority.equalsIgnoringASCIICase(host)
    }

    /// Of a target in absolute form (RFC 9112 §3.2.2); nil for every other that names no path of ours.
    private static func authority(of target: String.UTF8View) -> String? {
        guard let scheme = ["http://", "https://"].first(where: { target.startsIgnoringASCIICase(with: $0.utf8) })
        else { return nil }
        let rest = target.dropFirst(scheme.utf8.count)
        return String(decoding: rest.prefix { !"/?#".utf8.contains($0) }, as: UTF8.self)
    }
}
