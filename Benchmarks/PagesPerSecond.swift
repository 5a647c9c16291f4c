import MailServers
import PortalCore

/// Pages per second: the dashboard of a signed-in client beside a bare Hummingbird “hello”.
///
/// Each server has the first processor for itself, wrk has the second; both servers stay up, and take turns.
enum PagesPerSecond {
    private static let rounds = 5
    private static let seconds = 4

    static func measure() async throws {
        let studio = try await Studio(on: Ground(), projects: 3, deliverables: 4, decided: 3, messages: 10)
        var table = Table(
            "Pages: dashboard of a signed-in client (3 projects, 12 deliverables, 3 of them waiting) beside a bare Hummingbird “hello”; "
                + "\(rounds) rounds of \(seconds) s",
            columns: ["requests/s", "from – to", "CPU µs each"])
        let postern = try studio.ground.serve(mail: Ground.localMail, processor: 0)
        defer { postern.stop() }
        let helloPort = try freePorts(1)[0]
        let hello = try RunningProgram(Ground.sibling("postern-bench"), ["hello", "\(helloPort)"], processor: 0)
        defer { hello.stop() }
        try waitForPorts([helloPort])

        let page = PageLoad(
            url: "http://localhost:\(studio.ground.port)/\(Studio.slug)",
            cookie: "postern-\(Studio.slug)=\(studio.session.text)", expected: "Item 4 of 3")
        let greeting = PageLoad(url: "http://localhost:\(helloPort)/", cookie: nil, expected: "Hello")
        try await page.check()
        try await greeting.check()
        var (pages, greetings): ([PageLoad.Round], [PageLoad.Round]) = ([], [])
        // The first of each is not counted: connections and caches warm up.
        for round in 0...rounds {
            let both = try (greeting.run(on: hello, seconds), page.run(on: postern, seconds))
            guard round > 0 else { continue }
            greetings.append(both.0)
            pages.append(both.1)
        }
        report(pages, greetings, in: &table)
    }

    private static func report(_ pages: [PageLoad.Round], _ greetings: [PageLoad.Round], in table: inout Table) {
        for (name, rounds) in [("hello", greetings), ("dashboard", pages)] {
            let rate = Figures(rounds.map(\.rate))
            table.add(
                name, rate.median.shown(), "\(rate.least.shown()) – \(rate.most.shown())",
                Figures(rounds.map(\.microseconds)).median.shown(1))
        }
        let ratio = Figures(zip(pages, greetings).map { $0.rate / $1.rate }).median
        let cost = Figures(pages.map(\.microseconds)).median
        table.add("dashboard : hello", ratio.shown(2))
        table.printOut(targets: [
            Table.Target(text: "at least half as many as hello: \(ratio.shown(2))", isMet: ratio >= 0.5),
            Table.Target(text: "at most 100 µs CPU each: \(cost.shown(1))", isMet: cost <= 100),
        ])
    }
}
