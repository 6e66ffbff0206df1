package io.headroom.benchmarks.peers;

import io.headroom.benchmarks.yardstick.Engine;
import io.headroom.benchmarks.yardstick.Tally;
import io.headroom.benchmarks.yardstick.Work;
import io.headroom.sim.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.cloudlets.Cloudlet;
import org.cloudsimplus.cloudlets.CloudletSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.schedulers.cloudlet.CloudletSchedulerSpaceShared;
import org.cloudsimplus.utilizationmodels.UtilizationModelFull;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;

/**
 * CloudSim Plus: a cloudlet for each request, round robin by binding, a machine of as many
 * processing elements as workers, space shared. Its clock has a grain of 1 ms here, because the
 * default of 100 ms is longer than a request; events that are nearer than the grain are put off, so
 * that its response times are some per cent too long.
 */
final class CloudSimPlusEngine implements Engine {
  private static final double GRAIN_SECONDS = 0.001;
  private static final long MIPS = 1_000_000;

  @Override
  public String name() {
    return "CloudSim Plus, 1 ms grain";
  }

  @Override
  public Tally run(Work work) {
    CloudSimPlus simulation = new CloudSimPlus(GRAIN_SECONDS);
    List<Host> hosts = new ArrayList<>();
    for (int i = 0; i < work.instances(); i++) {
      List<Pe> elements =
          IntStream.range(0, work.workers()).<Pe>mapToObj(pe -> new PeSimple(MIPS)).toList();
      hosts.add(new HostSimple(1 << 20, 1 << 20, 1 << 20, elements));
    }
    new DatacenterSimple(simulation, hosts).setSchedulingInterval(0);
    DatacenterBrokerSimple broker = new DatacenterBrokerSimple(simulation);
    List<Vm> machines = machines(work);
    broker.submitVmList(machines);
    broker.submitCloudletList(cloudlets(work, machines));
    simulation.start();
    return tally(broker.getCloudletFinishedList());
  }

  private static List<Vm> machines(Work work) {
    List<Vm> machines = new ArrayList<>();
    for (int i = 0; i < work.instances(); i++) {
      Vm machine = new VmSimple(MIPS, work.workers());
      // The one given to the constructor is not in force afterwards (8.5.7).
      machine.setCloudletScheduler(new CloudletSchedulerSpaceShared());
      machines.add(machine);
    }
    return machines;
  }

  private static List<Cloudlet> cloudlets(Work work, List<Vm> machines) {
    RandomStream demands = work.demands();
    long[] arrivals = new long[(int) work.requests()];
    work.arrivals().next(arrivals);
    List<Cloudlet> cloudlets = new ArrayList<>();
    for (int i = 0; i < arrivals.length; i++) {
      double seconds = demands.nextExponential() * work.meanSeconds();
      Cloudlet cloudlet = new CloudletSimple(Math.max(1, (long) (seconds * MIPS)), 1);
      cloudlet.setUtilizationModelCpu(new UtilizationModelFull());
      cloudlet.setSubmissionDelay(arrivals[i] / 1e9);
      cloudlet.setVm(machines.get(i % machines.size()));
      cloudlets.add(cloudlet);
    }
    return cloudlets;
  }

  private static Tally tally(List<Cloudlet> finished) {
    Histogram micros = new Histogram(3_600_000_000L, 3);
    double sum = 0;
    for (Cloudlet cloudlet : finished) {
      double took = cloudlet.getFinishTime() - cloudlet.getSubmissionDelay();
      sum += took;
      micros.recordValue((long) (took * 1e6));
    }
    return new Tally(finished.size(), sum / finished.size(), micros.getValueAtPercentile(99) / 1e6);
  }
}
