#!/bin/sh
# Makes in the local services what template.yaml makes in the cloud. May be run again.
# Wants DYNAMODB and AWS, the addresses of the two.
set -eu
cd "$(dirname "$0")"

until aws --endpoint-url "$DYNAMODB" dynamodb list-tables >/dev/null 2>&1 &&
  aws --endpoint-url "$AWS" s3api list-buckets >/dev/null 2>&1; do
  sleep 1
done

aws --endpoint-url "$DYNAMODB" dynamodb describe-table --table-name countersign >/dev/null 2>&1 || {
  aws --endpoint-url "$DYNAMODB" dynamodb create-table --cli-input-json file://table.json >/dev/null
  aws --endpoint-url "$DYNAMODB" dynamodb update-time-to-live --table-name countersign \
    --time-to-live-specification Enabled=true,AttributeName=ttl >/dev/null
}
aws --endpoint-url "$AWS" s3api head-bucket --bucket countersign >/dev/null 2>&1 ||
  aws --endpoint-url "$AWS" s3api create-bucket --bucket countersign >/dev/null
aws --endpoint-url "$AWS" secretsmanager describe-secret --secret-id countersign >/dev/null 2>&1 ||
  aws --endpoint-url "$AWS" secretsmanager create-secret --name countersign \
    --secret-string "$(tr -dc A-Za-z0-9 </dev/urandom | head -c 64)" >/dev/null
echo "table, bucket and secret are there"
