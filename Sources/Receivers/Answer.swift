/// A well-formed answer of HTTP/1.1.
public struct Answer: Sendable {
    public var status: Int
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// As it goes out, with the length of the body where the status may have one.
    var bytes: [UInt8] {
        var head = "HTTP/1.1 \(status) \r\n"
        for header in headers { head += "\(header.name): \(header.value)\r\n" }
        if status >= 200, status != 204 { head += "content-length: \(body.count)\r\n" }
        return Array((head + "\r\n").utf8) + body
    }
}
