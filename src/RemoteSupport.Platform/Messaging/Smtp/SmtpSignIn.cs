using System.Text;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Signs in by PLAIN, else by LOGIN (RFC 4954).</summary>
internal sealed class SmtpSignIn(SmtpConnection connection, TimeSpan limit)
{
    public async Task RunAsync(string user, string password, CancellationToken ct)
    {
        var reply = connection.Offers switch
        {
            var o when o.SignInBy("PLAIN") => await connection.AskAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", limit, ct),
            var o when o.SignInBy("LOGIN") => await LoginAsync(Base64(user), Base64(password), ct),
            _ => throw MailNotSent.TryLater(MailReasons.NoSignInOffered),
        };
        if (reply.IsGood) return;
        throw MailNotSent.TryLater(SafeReply.Of(reply, [password, Base64(password), Base64($"\0{user}\0{password}")]));
    }

    private async Task<SmtpReply> LoginAsync(string user, string password, CancellationToken ct)
    {
        var reply = await connection.AskAsync("AUTH LOGIN", limit, ct);
        if (reply.WantsMoreSignIn) reply = await connection.AskAsync(user, limit, ct);
        if (reply.WantsMoreSignIn) reply = await connection.AskAsync(password, limit, ct);
        return reply;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
