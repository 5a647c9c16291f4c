/// What people write around the verbs without giving a command, by language. Slots: `{w}` a word for a decision, `{k}` one that
/// takes no reason or may do without, `{a}` one of approval, `{x}` a word
/// for any verb, `{o}` an object, `{n}` a name, `{t}` a time, `{c}` a company, `{d}` a number.
struct OrdinaryPhrases {
    var objects: [String]
    var times: [String]
    var frames: [String]

    static let names = [
        "Ana", "Bob", "Mr. Smith", "Jörg", "Zoë", "my boss", "Dana Reis", "Marketing", "O'Hara", "Li Wei",
    ]
    static let companies = [
        "Ltd", "Ltd.", "GmbH", "Inc.", "& Co", "LLC", "Software", "S.A.", "Group", "Labs", "AG", "BV", "Consulting",
        "Media Oy",
    ]

    /// In no language, or in all.
    static let everywhere = [
        "{w}?", "{w}??", "{w}?!", "{w} ?", "{w}...", "{w}…", "\"{w}\"", "'{w}'", "({w})", "[{w}]", "<{w}>", "> {w}",
        ">{w}",
        "- {w}", "* {w}", "• {w}", "1. {w}", "a) {w}", "[ ] {w}\n[ ] {w}", "[x] {w}", "{w}/{w}", "{w} / {w}",
        "{w} | {w}",
        "{w}, {w}", "{w} {w}", "{w} -> {w}", "{w} = {o}", "{w} 🙄", "{w} 😂", "{w} ;)", "{w} :(", "{w} 🤔", "{w} 👎",
        "Re: {w}", "Fwd: {w}", "Subject: {w}", "#{w}", "@{w}", "{w}@acme.test", "https://acme.test/{w}", "`{w}`",
        "{w}~", "~{w}",
        "{w} {c}", "{n}\n{w} {c}", "-- \n{w} {c}", "{w} {c}\n{n}", "{n}, {w} {c}", "{o}\n{w}", "{o}\n\n{w}",
        "{o}. {w}.",
        "{w} {o}?", "{w} #", "{w} +", "{w} {d}%", "{w} {d}/{d}", "{w} {d}.{d}", "{w} -{d}", "{w} {d}-{d}", "{w}-{d}",
        "{w}.{w}",
        "{w}; {w}", "{k}\n?", "{k}\n{w}?", "{w}_{w}", "un{w}", "re-{w}", "{w}ish", "{w}!?", "{w}\t{o}", "{w}🙃", "❌ {w}",
        "? {w}",
        "¿{w}?", "«{w}»", "“{w}”", "„{w}“", "...{w}", "/{w}", "\\{w}", "{w}\\", "${w}", "{w};", "{w},", "{w} -",
        "{w} —", "A: {w}",
        "{w} {n}", "{w}, {n}", "{n}: {w}", "{n}, {w}", "{n} {w}", "{w} - {n}", "{w} ({n})", "{w} + {o}", "{w} & {o}",
        "{x} ({o})",
        "\u{200B}{w}", "{w}\u{200B}", "\u{202E}{w}", "{w} lol", "{w} /s", "{w} 4 {o}", "{w} w/ {o}", "{w} @ {o}",
        "{w} *", "*{w}",
        "{w} {x} {w}", "{x}?", "\"{x}\"", "- {x}", "{x} {c}", "Re: {x}", "{x} / {x}", "{x}...", "({x})", "{n}: {x}",
    ]

    static let english = OrdinaryPhrases(
        objects: [
            "the logo", "it", "this", "page 2", "the first one", "the second version", "that", "the invoice",
            "the new date", "both",
            "the budget", "everything", "version 3", "the contract", "the menu", "them", "the colours",
        ],
        times: [
            "today", "tomorrow", "next week", "on Monday", "soon", "later", "after lunch", "by Friday", "in March",
            "yesterday",
        ],
        frames: [
            // Negated.
            "do not {w} {o}", "don't {w}", "Don't {w} {o} yet", "not {w}", "{w} not", "{w}, not!", "never {w} {o}",
            "I won't {w} {o}",
            "we cannot {w} {o} {t}", "I can't {w} {o}", "nobody {w} {o}", "no, {w} is wrong", "{w} nothing",
            "{w} - not!",
            "{w} isn't possible", "not {w} yet", "{w} has to wait", "neither {w} nor {w}", "I have not {w} {o}",
            "hardly {w}",
            "{w} without {o}? no", "it is not {w}", "Nothing {w} so far", "I refuse to {w}", "{w}? No way.",
            "{w}? not yet",
            // Conditional.
            "{w} if {o} is ready {t}", "{w} unless {n} objects", "{w} only if {n} agrees", "{w} once {o} is fixed",
            "{w} when {o} arrives", "if you change {o}, {w}", "I would {w} {o} if I could",
            "{w}, provided that {o} stays",
            "{w} subject to {o}", "{w} with changes", "{w} except {o}", "{w} but fix {o}", "{w}, but fix {o} {t}",
            "{w} as soon as {o} is here", "{w}, assuming {o}", "{w} pending {o}", "{w} with conditions",
            "{w} conditionally",
            "{w} in principle", "{w} for now", "{w} so far", "{w} apart from {o}", "{w} as long as {n} pays", "{w}-ish",
            "Almost {w}", "Partially {w}", "{w} partially", "{w} in part", "{w} minus {o}", "{w} bar {o}",
            "{w} save for {o}",
            // Asking.
            "can you {w} {o}?", "should I {w} {o}", "who has to {w} {o}?", "when will {o} be {w}?", "is {o} {w}?",
            "Did {n} {w} {o}", "{w} or not?", "{w} or {w}?", "what does {w} mean", "how do I {w} {o}",
            "why was {o} {w}",
            "Are we {w}?", "{w} by whom", "{w}, right?", "{w} yes or no", "could somebody {w} {o} please",
            "Which one to {w}",
            // Ironic, reported, quoted.
            "{w}, said nobody ever", "{w} my foot", "{w}, as if", "oh sure, {w}", "yeah right, {w} {o}",
            "{w} in your dreams",
            "{n} said: {w}", "{n} says {w}", "{n} wrote \"{w}\"", "{w}, says {n}", "{w} {t} by {n}", "{w} by {n}",
            "the word {w} is in your mail", "you asked me to {w}", "It says {w} here", "{w} is the wrong word",
            "he has {w} {o}",
            "I heard {n} {w} {o} {t}", "my boss wants to {w} {o}", "{w}, they told me", "{o} was {w} {t}",
            "rumour has it: {w}",
            // Future, partial, polite, about.
            "I will {w} {o} {t}", "we'll {w} {t}", "going to {w} {o}", "{w} {t}", "{w} later", "about to {w} {o}",
            "I'd {w} {o}",
            "{w} the first one but not the second", "{w} {o} and {w} {o}", "{w} only {o}", "{w} half of {o}",
            "{w} {o} only",
            "{w} most of {o}", "I {w}", "I {w} {o}", "we {w} {o}", "please {w}", "please {w} {o}", "{w} please",
            "{w}, please",
            "{w} it", "{w} {o}", "{w} {o} {t}", "let's {w} {o}", "Let me {w} {o}", "to {w} or not to {w}", "{w} pls",
            "kindly {w}",
            "{w} button is broken", "the {w} button does nothing", "{w} link expired", "{w} as of when?",
            "{w} seems harsh",
            "{w} would be wrong", "{w} is what {n} wants", "need to {w} {o}", "waiting for {n} to {w}", "ready to {w}",
            "looking at {w}", "happy to {w} {o}", "consider {o} {w}", "my {w} is attached", "{w} mail received",
            "{w} process",
            "{w} list attached", "{w} {d} weeks ago", "{w} {d} of {d}", "{w} {d} times", "{w} {d}, not {d}",
            "{w} {d} but not {d}",
            "{w} number {d} and the rest later", "{w} version {d}", "Hi {n}, {w}", "Hi {n}, {w} {o}", "Hi, please {w}",
            "Hello, do not\n{w}", "Wait,\n{w}", "Hi {n},\n\ncan we\n{w}", "Dear {n},\nwe will not\n{w}",
            "Hi {n},\nI\n{w}",
            "Thanks {n},\n{w}", "Great!\n{w}\nor should we {w}?", "Before you\n{w}", "Hey {w},\nhow are you?",
            "Dear {w} {c},\n{o}",
            "Hello {w} team", "Hi {w}\n{o}", "{w} or {w}: you choose", "Both {w}", "{w} and {w}", "{w} then {w}",
            "{w} vs {w}",
            "{w} (see {o})", "{w} (not {o})", "{w}, thanks to {n}", "{w} thanks for nothing",
            "{w}, thanks but no thanks",
            "thanks, {w} {o}", "Thanks for the {w}", "{w}d {o}", "{w}al {t}", "{w}ing {o} {t}", "{w} {w} {w}",
            "{o}: {w}",
            // Taken back below.
            "{k}\nbut only {o}", "{k}\nif {o} stays", "{k}\nno", "{k}\nNot.", "{k}\n\nBut not {o}", "{k}\n\nExcept {o}",
            "{k}\n\nHowever, {o} must change first", "{k}\nuntil {t}", "{k}\nor {w}?", "{a}\n\nI do not {a} {o}",
            "{k}\n\nJust kidding.",
            "{k}\nWait, wrong mail!", "{k}\n\nOnly if {o} stays.", "{k}\n\nUnless {n} objects.",
            "{k}\n\nProvided {o} stays",
            "{k}\nOops, I meant another project", "{k}\n\nScratch that.", "{k}\nby whom?", "{k}\n{t} by {n}",
            "{k}\n\nNo, wait.",
            "{k}\nis what {n} would say", "{k}\nwould be wrong", "{k}\n\nsaid nobody ever", "{k}\n\nSaid {n}, not me.",
            "{k}\n\nNever mind, {o} is wrong", "{k}\n\nHold on", "{k}\n\nCancel that", "{k}\n\nForget it.",
            "{k}\n\nHang on a second",
            "{k}\n\nSorry, I meant something else", "{k}\n\nOn reflection, no", "{k}\n\nPlease don't do it yet",
            "{k}\n\nCorrection: not yet",
            "{k}\n\nWrong thread, sorry", "{k}\n\nThis was a test", "{k}\n\nIf {n} agrees", "{k}\n\nAssuming {o} stays",
            // Around the other verbs.
            "{x} {o} {t}", "{x} {o}", "no {x} {t}", "{x} is down again", "the {x} page is empty", "{x} attached",
            "I need {x} {t}",
            "{x} and {x}", "where is {x}", "{x}, but {o}", "your {x} team was great", "{x} from {n}", "{x} again?",
            "what {x}",
            "{x} for {o}", "is there {x}", "{x} are fine", "{x} here", "{x} or {x}", "{x} soon", "not {x}", "don't {x}",
            "{x} it is",
            "Get well soon", "Get back to me {t}", "get {o} done", "Yes, but {o}", "Yes and no", "No worries",
            "No problem", "No idea",
            "Maybe {t}", "Maybe not", "Done with {o} {t}", "Almost done", "Assign it to {n}", "assign {o} to {n}",
            "Access denied",
            "Request denied", "Request you to send {o}", "Pay attention to {o}", "Pay {n} {t}", "Sign me up",
            "sign {o} here",
            "Test {o} first", "Status update: {o}", "Files are missing", "Guests arrive {t}", "Extend {o} please",
            "Undo {o}",
            "Invite {n} too", "Invite everybody", "Login does not work", "Passport expired {t}", "Mute {n}",
            "Q3 was good",
            "Passenger add-ons", "guest add is broken", "RSVP {t}", "RSVP by {t} please", "yes {n} comes", "no {o}",
            "No, {o} is fine",
            "Confirm by {t}", "Confirmed by {n}", "please confirm", "Decline in sales", "Yes {d} percent",
            "Done {d} times",
        ])
}
