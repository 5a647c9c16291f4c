import MailServers

/// Memory of the service that nobody uses, five seconds after its start, beside a bare Hummingbird.
enum IdleMemory {
    private static let rounds = 5
    private static let pause = Duration.seconds(5)

    static func measure() async throws {
        var table = Table(
            "Memory: the idle service beside a bare Hummingbird, \(pause.seconds.shown()) s after the start; "
                + "\(rounds) rounds",
            columns: ["resident MB", "from – to"])
        let studio = try await Studio(on: Ground(), projects: 3, deliverables: 4, decided: 3, messages: 10)
        var (services, greetings): ([Double], [Double]) = ([], [])
        for _ in 1...rounds {
            let postern = try studio.ground.serve(mail: Ground.localMail)
            defer { postern.stop() }
            let port = try freePorts(1)[0]
            let hello = try RunningProgram(Ground.sibling("postern-bench"), ["hello", "\(port)"])
            defer { hello.stop() }
            try waitForPorts([port])
            try await Task.sleep(for: pause)
            services.append(try ProcessReading(identifier: postern.identifier).residentMegabytes())
            greetings.append(try ProcessReading(identifier: hello.identifier).residentMegabytes())
        }
        for (name, figures) in [("hello", Figures(greetings)), ("postern serve", Figures(services))] {
            table.add(name, figures.median.shown(1), "\(figures.least.shown(1)) – \(figures.most.shown(1))")
        }
        let median = Figures(services).median
        table.printOut(targets: [Table.Target(text: "under 45 MB: \(median.shown(1))", isMet: median < 45)])
    }
}
