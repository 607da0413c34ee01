extension Behaviour {
    /// What stands behind the `=` of a behaviour's text, taken piece by piece.
    struct Parameters {
        private let fault: Fault
        private var pieces: ArraySlice<Substring>

        init(of kind: Kind, _ text: Substring?) {
            fault = .badParameters(kind: kind.name, form: kind.parameters)
            pieces = text?.split(separator: ",", omittingEmptySubsequences: false)[...] ?? []
        }

        /// The next piece; nil when there is none.
        mutating func number(_ range: ClosedRange<Int>) throws(Fault) -> Int? {
            guard let piece = pieces.popFirst() else { return nil }
            guard let number = Int(piece), range.contains(number) else { throw fault }
            return number
        }

        mutating func needed(_ range: ClosedRange<Int>) throws(Fault) -> Int {
            guard let number = try number(range) else { throw fault }
            return number
        }

        /// Whether the next piece is this word.
        mutating func flag(_ word: Substring) throws(Fault) -> Bool {
            guard let piece = pieces.popFirst() else { return false }
            guard piece == word else { throw fault }
            return true
        }

        /// All that is left, commas included.
        mutating func text() -> String? {
            defer { pieces = [] }
            return pieces.isEmpty ? nil : pieces.joined(separator: ",")
        }

        func end() throws(Fault) {
            guard pieces.isEmpty else { throw fault }
        }
    }
}
