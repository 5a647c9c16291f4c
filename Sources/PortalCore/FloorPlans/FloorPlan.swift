/// Where tables stand in a room. Lengths are centimeters, from the room's upper left corner.
package struct FloorPlan: Equatable, Sendable, Codable {
    package var width: Int
    package var height: Int
    package var pieces: [Piece]
    /// A picture that somebody drew on, where that is what this version consists of.
    package internal(set) var drawing: FileContent?

    package init(width: Int, height: Int, pieces: [Piece]) {
        self.width = width
        self.height = height
        self.pieces = pieces
    }

    /// A table, or words on the floor.
    package struct Piece: Equatable, Sendable, Codable {
        package var shape: Shape
        package var text: String
        /// Of a table; 0 of words.
        package var seats: Int
        /// Of its middle.
        package var x: Int
        package var y: Int
        /// Degrees, clockwise.
        package var rotation: Int

        package init(shape: Shape, text: String, seats: Int, x: Int, y: Int, rotation: Int) {
            self.shape = shape
            self.text = text
            self.seats = seats
            self.x = x
            self.y = y
            self.rotation = rotation
        }
    }

    package enum Shape: String, CaseIterable, Codable, Sendable {
        case round, long, label
    }

    /// Limits: pieces of a plan, its sides, seats of a table, characters of a text.
    package static let mostPieces = 100
    package static let sides = 100...20_000
    package static let seats = 0...60
    package static let longestText = 60

    /// The first piece, from 1, that cannot be where or as it is; nil where all can.
    var misfit: Int? {
        let index = pieces.firstIndex { piece in
            !(0...width).contains(piece.x) || !(0...height).contains(piece.y) || !(0...359).contains(piece.rotation)
                || !Self.seats.contains(piece.seats) || piece.text.unicodeScalars.count > Self.longestText
                || piece.text.unicodeScalars.contains { $0.properties.generalCategory == .control }
                || piece.shape == .label && (piece.seats > 0 || piece.text.utf8.allSatisfy { $0 == 0x20 })
        }
        if let index { return index + 1 }
        return pieces.count > Self.mostPieces ? Self.mostPieces + 1 : nil
    }
}

/// What clients may do with floor plans.
package enum FloorPlanUse: String, CaseIterable, Codable, Sendable {
    case view, edit
}

/// Floor plans, as lists see them.
enum FloorPlans: ExhibitNoun {
    static let tool = Tool.floorplans
}
