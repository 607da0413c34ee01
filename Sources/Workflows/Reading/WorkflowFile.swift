public import Documents

/// A workflow file that has been read: the workflow, and the tree that knows where each part of it stands.
public struct WorkflowFile: Sendable {
    public let workflow: Workflow
    public let root: Node

    /// - Parameter file: the name used in problems.
    /// - Throws: `DocumentError` with everything that cannot be read, each with its line and column.
    public init(yaml text: String, file: String) throws {
        root = try Node(yaml: text, file: file)
        let problems = Problems()
        var reader = WorkflowReader(problems)
        workflow = reader.read(root, text: text)
        try problems.check()
    }

    /// Where a part of the file stands, or the nearest part around it.
    ///
    /// - Parameter path: keys and list positions, from the top: `["states", "review", "sla"]`.
    public func place(_ path: [String]) -> Place {
        var node = root
        var place = root.place
        for step in path {
            switch node.value {
            case .map(let entries):
                guard let entry = entries.first(where: { $0.key == step }) else { return place }
                (node, place) = (entry.value, entry.keyPlace)
            case .list(let list):
                guard let index = Int(step), list.indices.contains(index) else { return place }
                (node, place) = (list[index], list[index].place)
            default: return place
            }
        }
        return place
    }
}

extension Workflow {
    /// Reads a workflow file that is to be put in force.
    ///
    /// - Throws: `DocumentError` with every problem found, in reading or in the shape of its graph.
    public init(yaml text: String, file: String) throws {
        let read = try WorkflowFile(yaml: text, file: file)
        let errors = read.shapeFindings().filter { $0.severity == .error }
        if !errors.isEmpty { throw DocumentError(errors.map(\.problem)) }
        self = read.workflow
    }
}
