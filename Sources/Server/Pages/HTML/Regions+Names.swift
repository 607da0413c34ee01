import Agreements

extension Regions {
    /// The code of a region that is named by it or by its name, however that is capitalised; a name that nobody knows stays
    /// as it is, so that whoever looks it up says so.
    func code(of name: String) -> String {
        if self[name] != nil { return name }
        let wanted = name.lowercased()
        return codes.first { self[$0]?.name.lowercased() == wanted } ?? name
    }
}
