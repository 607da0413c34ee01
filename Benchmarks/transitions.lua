-- Each thread moves its own agreements to review and back again, one after the other. Each request names the version that
-- the last answer about that agreement gave.
local counter = 0

function setup(thread)
    thread:set("number", counter)
    counter = counter + 1
end

function init(args)
    token, each = args[1], tonumber(args[2])
    turn = 0
    version, forward, refused = {}, {}, 0
    for i = 0, each - 1 do version[i], forward[i] = 1, true end
    headers = { ["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json" }
end

function request()
    turn = (turn + 1) % each
    headers["If-Match"] = '"' .. version[turn] .. '"'
    local name = forward[turn] and "submit" or "send-back-to-initiated"
    local path = "/v1/agreements/bench-" .. (number * each + turn) .. "/transitions"
    return wrk.format("POST", path, headers, '{"transition":"' .. name .. '"}')
end

function response(status, headers, body)
    if status == 200 then
        version[turn] = tonumber((headers["ETag"] or headers["etag"]):match("%d+"))
        forward[turn] = not forward[turn]
    else
        refused = refused + 1
        if refused < 3 then io.stderr:write(status .. " " .. body .. "\n") end
    end
end
