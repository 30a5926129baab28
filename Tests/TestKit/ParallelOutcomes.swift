import Chains
import Dispatch
import RandomStreams
import Synchronization
import Threads

/// Runs the chains 0 ..< `count` of a law on two threads and gives their outcomes in order.
public func parallelOutcomes(of law: ChainLaw, stream: RandomStream, count: Int) -> [ChainOutcome] {
  let next = Atomic<Int>(0)
  let found = Locked([ChainOutcome?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: 2) { _ in
    ChainWorker(law: law, stream: stream).run(
      next: {
        let chain = next.add(1, ordering: .relaxed).oldValue
        return chain < count ? .fresh(UInt32(chain)) : nil
      },
      finished: { chain, outcome in found.withLock { $0[Int(chain)] = outcome } },
      pulse: { true })
  }
  return found.withLock { $0.compactMap { $0 } }
}
