"""The work of the yardsticks in SimPy 3 or newer, a process for each request."""
import random
import sys
import time

import simpy


def main():
    instances, workers = int(sys.argv[1]), int(sys.argv[2])
    rate, mean = float(sys.argv[3]), float(sys.argv[4])
    requests, balancing = int(sys.argv[5]), sys.argv[6]
    arrivals, demands = random.Random(1), random.Random(2)
    env = simpy.Environment()
    servers = [simpy.Resource(env, capacity=workers) for _ in range(instances)]
    under_way = [0] * instances
    times = []

    def request(place, demand):
        begun = env.now
        under_way[place] += 1
        with servers[place].request() as turn:
            yield turn
            yield env.timeout(demand)
        under_way[place] -= 1
        times.append(env.now - begun)

    def source():
        for number in range(requests):
            yield env.timeout(arrivals.expovariate(rate))
            if balancing == "ROUND_ROBIN":
                place = number % instances
            else:
                place = under_way.index(min(under_way))
            env.process(request(place, demands.expovariate(1 / mean)))

    begun = time.process_time()
    env.process(source())
    env.run()
    times.sort()
    p99 = times[int(0.99 * len(times))]
    took = time.process_time() - begun
    print(took, sum(times) / len(times), p99)


main()
