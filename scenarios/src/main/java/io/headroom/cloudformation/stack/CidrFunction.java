package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Fn::Cidr}: cuts an address block into equal blocks. The third argument is the number of
 * bits that a block leaves to its hosts; without it, as many as the number of blocks allows.
 */
final class CidrFunction implements IntrinsicFunction {

  private static final Pattern BLOCK = Pattern.compile("([0-9A-Fa-f.:]+)/([0-9]{1,3})");
  private static final int MOST_BLOCKS = 256;

  @Override
  public Optional<TemplateNode> apply(TemplateNode argument, Evaluator evaluator) {
    Optional<List<TemplateNode>> arguments = evaluator.arguments(argument, 2, 3);
    if (arguments.isEmpty()) {
      return Optional.of(Evaluator.unknown("Fn::Cidr", argument));
    }
    ScalarNode block = evaluator.text(arguments.get().get(0));
    ScalarNode count = evaluator.text(arguments.get().get(1));
    Optional<ScalarNode> hostBits =
        arguments.get().stream().skip(2).findFirst().map(evaluator::text);
    Origin origin = block.origin().and(count.origin());
    if (origin.isUnknown()) {
      return Optional.of(ScalarNode.of(block.text(), origin, argument.line()));
    }
    return Optional.of(cut(new Request(block, count, hostBits), argument, evaluator));
  }

  private record Request(ScalarNode block, ScalarNode count, Optional<ScalarNode> hostBits) {}

  private static TemplateNode cut(Request request, TemplateNode argument, Evaluator evaluator) {
    Matcher block = BLOCK.matcher(request.block().text());
    int count = request.count().number().map(Number::intValue).orElse(0);
    if (!block.matches() || count < 1 || count > MOST_BLOCKS) {
      evaluator.site(argument).error("Fn::Cidr takes a block such as 10.0.0.0/16 and 1 to 256");
      return Evaluator.unknown("Fn::Cidr", argument);
    }
    byte[] address = address(block.group(1));
    int bits = 8 * address.length;
    int free = bits - Integer.parseInt(block.group(2));
    int needed = Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
    int hostBits =
        request.hostBits().flatMap(ScalarNode::number).map(Number::intValue).orElse(free - needed);
    if (free < 0 || hostBits < 0 || hostBits + needed > free) {
      evaluator
          .site(argument)
          .error("%s does not hold %d blocks of %d bits".formatted(block.group(), count, hostBits));
      return Evaluator.unknown("Fn::Cidr", argument);
    }
    List<TemplateNode> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BigInteger offset = BigInteger.valueOf(i).shiftLeft(hostBits);
      String text = text(address, offset) + "/" + (bits - hostBits);
      blocks.add(ScalarNode.of(text, argument.line()));
    }
    return new ListNode(blocks, argument.line());
  }

  private static byte[] address(String text) {
    try {
      // The pattern admits digits, dots and colons only, so that no name is ever looked up.
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      return new byte[4];
    }
  }

  private static String text(byte[] start, BigInteger offset) {
    byte[] sum = new BigInteger(1, start).add(offset).toByteArray();
    byte[] address = new byte[start.length];
    for (int i = 1; i <= Math.min(sum.length, address.length); i++) {
      address[address.length - i] = sum[sum.length - i];
    }
    try {
      return InetAddress.getByAddress(address).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
