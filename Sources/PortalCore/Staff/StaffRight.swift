/// What a member of the staff may do: everyday work is everybody's, people and links are for admins and owners.
package enum StaffRight: CaseIterable, Sendable {
    case work
    case access
}

extension Person {
    /// The rule: row 15 of the product's table.
    package func may(_ right: StaffRight) -> Bool {
        switch (role, right) {
        case (.client, _), (.member, .access): false
        case (.member, .work), (.admin, _), (.owner, _): true
        }
    }
}

/// A command that only staff give, on their pages or at the shell. For everybody else there is no such thing.
protocol StaffAct: ItemAct {
    var right: StaffRight { get }
    /// The rule, for whoever has the right.
    func carryOut(byStaff participant: Participant, in transaction: Transaction) throws -> Outcome
}

extension StaffAct {
    /// It lets people in or out, or is seen by clients at once: done on a page.
    var weight: Command.Weight { .binding }

    func project(in connection: any Connection) throws -> ProjectID? { nil }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        guard participant.isStaffInside else { return .refused(.notFound) }
        guard participant.person.may(right) else { return .refused(.item(.onlyAdmins)) }
        return try carryOut(byStaff: participant, in: transaction)
    }

    func offer(to participant: Participant, in transaction: Transaction) throws -> Outcome { .refused(.notFound) }
}

extension Participant {
    /// Whether this is staff who signed in themselves: a portal link, which may have been handed on, is not enough.
    var isStaffInside: Bool {
        switch grounds {
        case .session(_, link: nil), .shell: person.isStaff
        default: false
        }
    }
}

extension Portal {
    /// What a page of the staff shows; nil for everybody else.
    func read<Value>(
        asStaff session: Secret, _ slug: String, _ body: (Participant, any Connection) throws -> Value?
    ) throws -> Value? {
        try read(session, slug) { viewer, connection in
            viewer.isStaffInside ? try body(viewer, connection) : nil
        }
    }

    /// Whether a session is that of somebody of the staff.
    package func isStaff(_ session: Secret, of slug: String) throws -> Bool {
        try read(asStaff: session, slug) { _, _ in true } ?? false
    }
}
