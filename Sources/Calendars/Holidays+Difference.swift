extension Holidays {
    /// What is otherwise about days off. A day whose name, kind or certainty changes is gone as it was, and new as it is.
    public struct Difference: Sendable, Equatable {
        /// In order.
        public var added: [Holiday]
        /// In order.
        public var removed: [Holiday]

        public init(added: [Holiday], removed: [Holiday]) {
            self.added = added
            self.removed = removed
        }

        public var isEmpty: Bool { added.isEmpty && removed.isEmpty }
    }

    /// What these have that others had not, and the reverse.
    public func difference(from others: Holidays) -> Difference {
        Difference(
            added: all.filter { others[$0.day] != $0 }, removed: others.all.filter { self[$0.day] != $0 })
    }

    /// The days off once a difference has come into force.
    public func applying(_ difference: Difference) -> Holidays {
        let gone = Set(difference.removed.map(\.day))
        return Holidays(difference.added + all.filter { !gone.contains($0.day) })
    }
}
