using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RemoteSupport.Platform.Messaging.Smtp;

namespace RemoteSupport.Platform.Messaging.Sms;

/// <summary>The generic gateway: a JSON document by POST, signed as Standard Webhooks are (docs/sms-webhook.md).</summary>
internal static class WebhookForm
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static HttpRequestMessage RequestFor(SmsServer server, OutgoingSms sms, DateTimeOffset now)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Body(sms.Id, sms.To, sms.From, sms.Text.Text, sms.Text.Encoding == SmsEncoding.Gsm7 ? "gsm7" : "ucs2", sms.Text.Segments, sms.ReportUrl), Json);
        var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        var at = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("webhook-id", sms.Id.ToString());
        request.Headers.Add("webhook-timestamp", at);
        request.Headers.Add("webhook-signature", Sign(server.Secret, sms.Id, at, body));
        return request;
    }

    /// <summary>What the answer means: 2xx taken, 400 and 422 never to be tried again, all else not now.</summary>
    public static MailReceipt Read(HttpStatusCode status, string said) => status switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new(MailResult.Accepted, null),
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => new(MailResult.RefusedForGood, ErrorIn(said)),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(MailResult.TryLater, SmsReasons.SignInRefused, ServerIsAway: true),
        >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests => new(MailResult.TryLater, ErrorIn(said), ServerIsAway: true),
        _ => new(MailResult.TryLater, SmsReasons.NotUnderstood, ServerIsAway: true),
    };

    /// <summary>"v1," and the HMAC-SHA256 over id, time and body.</summary>
    internal static string Sign(string secret, Guid id, string at, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{at}."), .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    private static string ErrorIn(string said)
    {
        try
        {
            using var document = JsonDocument.Parse(said);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("error", out var error) && error.GetString() is { Length: > 0 } words) return words;
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            // Plain words are welcome, too.
        }

        return said.Trim() is { Length: > 0 } plain ? plain : SmsReasons.NotUnderstood;
    }

    private sealed record Body(Guid Id, string To, string? From, string Text, string Encoding, int Segments, string ReportUrl);
}
