using System.Globalization;
using System.Net;
using RemoteSupport.Platform.Messaging.Smtp;

namespace RemoteSupport.Platform.Messaging.Sms;

/// <summary>Kannel's sendsms: what is asked, and what its answers mean (user guide, "Using the HTTP interface to send SMS messages").</summary>
internal static class KannelForm
{
    // Delivered (1), failed (2), refused by the network (16); "buffered" and "accepted" would tell nothing new.
    private const int WantedReports = 1 | 2 | 16;

    public static HttpRequestMessage RequestFor(SmsServer server, OutgoingSms sms)
    {
        var fields = new Dictionary<string, string?>
        {
            ["username"] = server.User,
            ["password"] = server.Secret,
            ["from"] = sms.From,
            ["to"] = sms.To,
            ["text"] = sms.Text.Text,
            ["charset"] = "UTF-8",
            ["coding"] = sms.Text.Encoding == SmsEncoding.Gsm7 ? "0" : "2",
            ["dlr-mask"] = WantedReports.ToString(CultureInfo.InvariantCulture),
            // Kannel puts the state in the place of %d and the network's words in the place of %A.
            ["dlr-url"] = sms.ReportUrl + "?type=%d&reply=%A",
        };
        var query = string.Join('&', fields.Where(field => field.Value is not null).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value!)}"));
        return new HttpRequestMessage(HttpMethod.Get, new UriBuilder(server.Url) { Query = query }.Uri);
    }

    /// <summary>Kannel says in a number before the colon what it did: 0 sent on, 3 queued, 4 never to be tried again, 5 not now.</summary>
    public static MailReceipt Read(HttpStatusCode status, string said) => (status, said.AsSpan().TrimStart() is ['4', ':', ..]) switch
    {
        (_, true) or (HttpStatusCode.BadRequest, _) => new(MailResult.RefusedForGood, said),
        (HttpStatusCode.Accepted or HttpStatusCode.OK, _) => new(MailResult.Accepted, said),
        (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized, _) => new(MailResult.TryLater, SmsReasons.SignInRefused, ServerIsAway: true),
        ( >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests, _) => new(MailResult.TryLater, said, ServerIsAway: true),
        _ => new(MailResult.TryLater, SmsReasons.NotUnderstood, ServerIsAway: true),
    };
}
