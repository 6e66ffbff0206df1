package io.headroom.cloudwatch.math.function;

import com.google.common.collect.ImmutableList;
import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathException;
import io.headroom.cloudwatch.math.value.MathScalar;
import io.headroom.cloudwatch.math.value.MathScope;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.cloudwatch.math.value.MathValue;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The arguments of one call, with checks that name the call and the place.
 *
 * @param function the name of the function
 * @param position the place of the call, counted in characters from 1
 * @param list the arguments
 * @param scope what the request offers
 */
public record Arguments(String function, int position, List<Argument> list, MathScope scope) {
  /** Copies the list. */
  public Arguments {
    list = ImmutableList.copyOf(list);
  }

  /** Returns how many arguments there are. */
  int size() {
    return list.size();
  }

  /** Refuses a call with too few or too many arguments. */
  Arguments require(int least, int most) {
    if (size() < least || size() > most) {
      String allowed = least == most ? "" + least : least + " to " + most;
      throw new MathException(
          "Function '%s' takes %s arguments, found %d".formatted(function, allowed, size()),
          position);
    }
    return this;
  }

  Argument get(int index) {
    return list.get(index);
  }

  /** Returns an argument that must be a number. */
  double scalar(int index) {
    if (value(index) instanceof MathScalar scalar) {
      return scalar.value();
    }
    throw wrongType(index, "S");
  }

  /** Returns an argument that must be a time series. */
  MathSeries series(int index) {
    if (value(index) instanceof MathSeries series) {
      return series;
    }
    throw wrongType(index, "TS");
  }

  /** Returns an argument that must be an array of time series. */
  MathArray array(int index) {
    if (value(index) instanceof MathArray array) {
      return array;
    }
    throw wrongType(index, "TS[]");
  }

  /** Returns what a function makes of an argument that is a series, or each of an array. */
  MathValue each(int index, UnaryOperator<MathSeries> operator) {
    MathValue value = value(index);
    if (value instanceof MathSeries series) {
      return operator.apply(series);
    }
    if (value instanceof MathArray array) {
      return array.map(operator);
    }
    throw wrongType(index, "TS or TS[]");
  }

  /** Returns an argument that must be one of some words. */
  String word(int index, List<String> allowed) {
    Argument argument = get(index);
    if (argument.form() == Argument.Form.WORD && allowed.contains(argument.text())) {
      return argument.text();
    }
    throw wrongType(index, String.join(", ", allowed));
  }

  boolean isWord(int index) {
    return get(index).form() == Argument.Form.WORD;
  }

  MathValue value(int index) {
    return get(index).value().orElseThrow(() -> wrongType(index, "S, TS or TS[]"));
  }

  /** Returns the complaint about an argument of a type that the function does not take. */
  MathException wrongType(int index, String allowed) {
    return new MathException(
        "Function '%s' takes %s as argument %d, found %s"
            .formatted(function, allowed, index + 1, get(index).type()),
        get(index).position());
  }
}
