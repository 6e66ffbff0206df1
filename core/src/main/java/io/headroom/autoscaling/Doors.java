package io.headroom.autoscaling;

/** What an instance of one group passes on its way in and out. */
record Doors(Registrations registrations, CooldownClock cooldown, Hooks hooks) {}
