/**
 * Counts a request in all its limits, if each has room. Replies with the microseconds to wait: 0 if the request was counted, -1 if the
 * name is in use with other limits. Without limits it counts nothing, and only sets the pause.
 *
 * The log of a limit is a list of the times, in microseconds by the clock of Redis, of its last `requests` requests: the newest first.
 * A request has room if the oldest of them is a window old. All that is read precedes what is written.
 *
 * KEYS: the limits in use, the pause, the log of each limit.
 * ARGV: the limits as text, milliseconds to pause, milliseconds to keep the text, then `requests` and microseconds of each limit.
 */
export const limiterScript = `local stored = redis.call('GET', KEYS[1])
if stored and stored ~= ARGV[1] then return -1 end
local pause, paused = tonumber(ARGV[2]), redis.call('PTTL', KEYS[2])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local free, ahead = now, {}
for i = 3, #KEYS do
  local requests, window = tonumber(ARGV[2 * i - 2]), tonumber(ARGV[2 * i - 1])
  if redis.call('LLEN', KEYS[i]) >= requests then
    local oldest = tonumber(redis.call('LINDEX', KEYS[i], -1))
    if not oldest then return redis.error_reply('WRONGTYPE ' .. KEYS[i] .. ' has a value that is not a time') end
    if oldest > now then
      -- The clock went back, as in a failover: how old the log is cannot be known, so one window passes first.
      ahead[#ahead + 1] = KEYS[i]
      pause = math.max(pause, math.ceil(window / 1000))
    else
      free = math.max(free, oldest + window)
    end
  end
end
if pause > 0 and pause > paused then
  redis.call('SET', KEYS[2], '', 'PX', pause)
  paused = pause
end
if #ahead > 0 then redis.call('DEL', unpack(ahead)) end
if paused >= 0 then free = math.max(free, now + (paused + 1) * 1000) end
if free > now or #KEYS == 2 then return free - now end
for i = 3, #KEYS do
  redis.call('LPUSH', KEYS[i], string.format('%.0f', now))
  redis.call('LTRIM', KEYS[i], 0, ARGV[2 * i - 2] - 1)
  -- A second more, because Redis counts this time in milliseconds.
  redis.call('PEXPIRE', KEYS[i], math.ceil(ARGV[2 * i - 1] / 1000) + 1000)
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
return 0`;
