-- The request that the daemon makes, for wrk: the same headers, and a body of a KiB.
wrk.method = "POST"
wrk.body = '{"data":{"text":"' .. string.rep("catatan ", 125) .. '"}}'
wrk.headers["Accept"] = "*/*"
wrk.headers["User-Agent"] = "pksd/1"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["webhook-id"] = "evt_01M8DZVG84QE11E3C268DJDW9W"
wrk.headers["webhook-timestamp"] = "1795765944"
wrk.headers["webhook-signature"] = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
