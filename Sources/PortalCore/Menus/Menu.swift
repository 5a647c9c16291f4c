/// What there is to eat and to drink.
package struct Menu: Equatable, Sendable, Codable {
    package var sections: [Section]

    package init(sections: [Section]) { self.sections = sections }

    /// `Starters`, `Main courses`, `Wine`.
    package struct Section: Equatable, Sendable, Codable {
        package var title: String
        package var dishes: [Dish]

        package init(title: String, dishes: [Dish]) {
            self.title = title
            self.dishes = dishes
        }
    }

    /// One dish, or one drink.
    package struct Dish: Equatable, Sendable, Codable {
        package var name: String
        package var details: String
        /// `vegan`, `contains nuts`: in the organization's own words.
        package var marks: [String]

        package init(name: String, details: String, marks: [String]) {
            self.name = name
            self.details = details
            self.marks = marks
        }
    }
}

/// Menus, as lists see them.
enum Menus: ExhibitNoun {
    static let tool = Tool.menus
}
