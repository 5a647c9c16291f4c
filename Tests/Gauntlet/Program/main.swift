import Gauntlet
import Glibc

/// `postern-gauntlet [SPOOFS [HONEST [SEED]]]`: both error rates, always together; fails when either is too high, or
/// when the control shows that decisions would not be seen.
let numbers = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
let counts = (spoofs: numbers.first ?? 100_000, honest: numbers.dropFirst().first ?? 2_700)
let gauntlet = Gauntlet(seed: numbers.dropFirst(2).first ?? 1)

let spoofs = try await gauntlet.spoofs(Int(clamping: counts.spoofs))
let control = try await gauntlet.spoofs(512, genuine: 10)
let honest = try await gauntlet.honest(Int(clamping: counts.honest))

print("spoof gauntlet:  \(spoofs.mails) mails without genuine evidence, \(spoofs.decisions) decisions,")
print("                 \(spoofs.sent) mails out, \(spoofs.foreign.count) to foreign addresses")
print("                 (control, with genuine ones among 512: \(control.decisions) decisions seen)")
print("honest gauntlet: \(honest.executed) of \(honest.mails) genuine approvals executed")
for offender in spoofs.offenders { print("\n--- decided:\n\(offender)") }
for missed in honest.missed { print("missed: \(missed)") }
exit(spoofs.isPassed && honest.isPassed && control.decisions > 0 ? 0 : 1)
