/// A line of what is known: its name and its value.
struct Fact {
    var label: String
    var value: String
    var isBad = false
}
