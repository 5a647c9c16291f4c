import ArgumentParser
import Glibc

/// The command `postern`.
@main
struct Postern: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "postern",
        abstract: "A client portal that lives in the mailbox.",
        discussion: """
            First steps:
              postern init config          write a configuration to begin with
              postern check                say everything that is wrong with it
              postern apply --plan         say what would change, and who would be mailed
              postern apply                do it
              postern serve                run the portal

            To look around without any of that: postern demo

            Exit codes: 0 done, 1 failed, 2 the command's words or the configuration are wrong.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Configure", subcommands: [Initialize.self, Check.self, Apply.self]),
            CommandGroup(name: "Run", subcommands: [Doctor.self, Serve.self, Demo.self]),
            CommandGroup(
                name: "Clients",
                subcommands: [
                    Invite.self, Link.self, Client.self, SendMessage.self, RequestVerbs.self, InvoiceVerb.self,
                    FileVerbs.self,
                ]),
            CommandGroup(
                name: "Look", subcommands: [Inspect.self, Verify.self, Outbox.self, Inbox.self, History.self]),
        ])

    static func main() async {
        // Whoever reads our output may stop reading: that is no reason to die by a signal.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var lasting = command as? any AsyncParsableCommand {
                try await lasting.run()
            } else {
                try command.run()
            }
        } catch {
            Glibc.exit(conclude(error).rawValue)
        }
    }

    /// Tells the person why it ended, and gives the exit code.
    private static func conclude(_ error: any Error) -> Exit {
        switch error {
        case let failure as VerbFailure:
            Aside.say("postern: \(failure)")
            return failure.exit
        case let fault as ConfigurationFault:
            Aside.say("\(fault)")
            return .usage
        default: return concludeParsing(error)
        }
    }

    private static func concludeParsing(_ error: any Error) -> Exit {
        let code = exitCode(for: error)
        let message = fullMessage(for: error)
        if code == .success {
            print(message)
            return .done
        }
        Aside.say(code == .validationFailure ? message : "postern: \(error)")
        return code == .validationFailure ? .usage : .failed
    }
}
