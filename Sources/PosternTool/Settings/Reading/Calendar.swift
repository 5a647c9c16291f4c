import Foundation
import PortalCore

extension Form where Value == String {
    /// A day of the calendar as ISO 8601 writes it.
    static var date: Form {
        Form("should be a date like 2026-10-14") { written in
            let bytes = Array(written.text.utf8)
            guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
                let year = number(bytes[..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8...]),
                (1970...2999).contains(year), (1...12).contains(month), (1...days(in: month, of: year)).contains(day)
            else { return nil }
            return written.text
        }
    }

    /// A name of the time zone database, known to this machine.
    static var timeZone: Form {
        Form("should be the name of a time zone, like Europe/Stockholm") { written in
            let isName = written.text.utf8.allSatisfy {
                $0.isLetterOrDigit || "/_-+".utf8.contains($0)
            }
            guard isName, TimeZone(identifier: written.text) != nil else { return nil }
            return written.text
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.allSatisfy(\.isDigit) ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Form where Value == LocalTime {
    /// A time of a day, in the organization's time zone.
    static var time: Form {
        Form("should be a time like 2026-10-14T18:30") { LocalTime($0.text) }
    }
}
