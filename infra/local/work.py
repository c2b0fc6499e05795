#!/usr/bin/env python3
"""Hands what is in the local queues to the functions, as Lambda's event sources do in the cloud.

Ends when both queues are empty; what is left comes again with `--watch`. Wants SAM CLI and `make lambda`.
"""

import json
import os
import subprocess
import sys
import time
import urllib.request

SQS = os.environ.get("SQS", "http://localhost:9324")
HERE = os.path.dirname(os.path.abspath(__file__))
FUNCTIONS = {"countersign-work": "Worker", "countersign-dead": "DeadLetters"}
SAM = ["sam", "local", "invoke", "--env-vars", f"{HERE}/env.json", "--docker-network", "countersign", "--event", "-"]


def sqs(action, **request):
    """One request in SQS's JSON protocol; ElasticMQ wants no signature."""
    call = urllib.request.Request(
        SQS,
        json.dumps(request).encode(),
        {"Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": f"AmazonSQS.{action}"},
    )
    with urllib.request.urlopen(call, timeout=30) as answer:
        return json.loads(answer.read() or b"{}")


def event(queue, message):
    return {
        "Records": [
            {
                "messageId": message["MessageId"],
                "receiptHandle": message["ReceiptHandle"],
                "body": message["Body"],
                "attributes": message.get("Attributes", {}),
                "messageAttributes": {},
                "md5OfBody": message["MD5OfBody"],
                "eventSource": "aws:sqs",
                "eventSourceARN": f"arn:aws:sqs:us-east-1:000000000000:{queue}",
                "awsRegion": "us-east-1",
            }
        ]
    }


def hand_over(queue, url, message):
    """Deletes the message unless the function crashed or reported it as failed."""
    run = subprocess.run(
        [*SAM, FUNCTIONS[queue]], input=json.dumps(event(queue, message)), stdout=subprocess.PIPE, text=True
    )
    answer = json.loads(run.stdout.strip().splitlines()[-1]) if run.stdout.strip() else None
    done = run.returncode == 0 and isinstance(answer, dict) and "errorType" not in answer
    if done and not answer.get("batchItemFailures"):
        sqs("DeleteMessage", QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])


def once():
    taken = 0
    for queue in FUNCTIONS:
        url = f"{SQS}/000000000000/{queue}"
        answer = sqs("ReceiveMessage", QueueUrl=url, MaxNumberOfMessages=1, AttributeNames=["All"], WaitTimeSeconds=1)
        for message in answer.get("Messages", []):
            hand_over(queue, url, message)
            taken += 1
    return taken


if __name__ == "__main__":
    watching = "--watch" in sys.argv
    while once() or watching:
        time.sleep(0.1)
