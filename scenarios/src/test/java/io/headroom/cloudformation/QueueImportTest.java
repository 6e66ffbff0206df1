package io.headroom.cloudformation;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.sqs.QueueSpec;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueImportTest {

  @Test
  @Rule("cloudformation MP-1")
  void queueWithDeadLetters_isRead() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Jobs:
                    Type: AWS::SQS::Queue
                    Properties: {QueueName: jobs, VisibilityTimeout: 60, DelaySeconds: 5,
                      ReceiveMessageWaitTimeSeconds: 20, RedrivePolicy: {maxReceiveCount: 3,
                      deadLetterTargetArn: !GetAtt Dead.Arn}}
                  Dead:
                    Type: AWS::SQS::Queue
                """);

    assertThat(imported.errors()).isEmpty();
    QueueSpec jobs = imported.stack().queues().get(0);
    assertThat(jobs)
        .isEqualTo(
            new QueueSpec(
                    "Jobs",
                    "jobs",
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(5),
                    Duration.ofDays(4),
                    Duration.ofSeconds(20),
                    Optional.empty())
                .redrive("Dead", 3));
  }

  @Test
  @Rule("cloudformation MP-4")
  @Rule("cloudwatch 14.6")
  void alarmsOnWhatAQueuePublishes_areNotReported() {
    assertThat(alarmOn("ApproximateAgeOfOldestMessage", "jobs").notes()).isEmpty();
    assertThat(alarmOn("SentMessageSize", "jobs").notes()).hasSize(1);
    assertThat(alarmOn("ApproximateAgeOfOldestMessage", "elsewhere").notes()).hasSize(1);
  }

  private static Imported alarmOn(String metric, String queue) {
    return Imported.of(
        Imported.GROUP
            + """
              Jobs:
                Type: AWS::SQS::Queue
                Properties: {QueueName: jobs}
              Alarm:
                Type: AWS::CloudWatch::Alarm
                Properties: {Namespace: AWS/SQS, MetricName: %s, Statistic: Maximum, Period: 60,
                  Dimensions: [{Name: QueueName, Value: %s}], EvaluationPeriods: 1, Threshold: 60,
                  ComparisonOperator: GreaterThanThreshold}
            """
                .formatted(metric, queue));
  }

  @Test
  void timesOutOfRange_areErrors() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Jobs:
                    Type: AWS::SQS::Queue
                    Properties: {VisibilityTimeout: 50000}
                """);

    assertThat(imported.errors()).hasSize(1);
    assertThat(imported.errors().get(0)).contains("VisibilityTimeout");
  }
}
