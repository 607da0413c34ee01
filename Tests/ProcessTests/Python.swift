import Foundation

/// A Python with public libraries of others, made once for each of its uses, beside the build.
enum Python {
    /// - Parameters:
    ///   - use: names the folder.
    ///   - packages: what it takes from PyPI.
    ///   - modules: what must be there afterwards, as `import` names it.
    /// - Returns: the path of its interpreter.
    /// - Throws: `Overdue` where the packages could not be installed.
    static func with(_ packages: [String], importing modules: String, for use: String) async throws -> String {
        let venv = Programs.root + "/.build/\(use)-venv"
        let python = venv + "/bin/python"
        if try await has(modules, python) { return python }
        _ = try await Programs.run("/usr/bin/env", ["python3", "-m", "venv", venv])
        let result = try await Programs.run(python, ["-m", "pip", "install", "--quiet"] + packages)
        guard try await has(modules, python) else {
            throw Overdue(what: "\(packages.joined(separator: ", ")) from PyPI: \(result.errors)")
        }
        return python
    }

    private static func has(_ modules: String, _ python: String) async throws -> Bool {
        guard FileManager.default.isExecutableFile(atPath: python) else { return false }
        return try await Programs.run(python, ["-c", "import \(modules)"]).status == 0
    }
}
