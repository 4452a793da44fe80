using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.PasswordReset;

/// <summary>What people do with reset links, in words.</summary>
internal static class ResetSteps
{
    public const string NewPassword = "walking a Blue elephant";

    public static Task<Answer> AskAsync(this TestTenant tenant, string email) => tenant.Call().PostAsync("/password-resets", new { email });

    public static Task<Answer> RedeemAsync(this TestTenant tenant, string token, string newPassword = NewPassword)
    {
        tenant.Now += TimeSpan.FromMilliseconds(1);
        return tenant.Call().PostAsync("/password-resets/redeem", new { token, newPassword });
    }

    /// <summary>Asks for a link and answers its path, as the newest message has it.</summary>
    public static async Task<string> GetLinkAsync(this TestTenant tenant, string email)
    {
        // Messages are in the order of their instants.
        tenant.Now += TimeSpan.FromMilliseconds(1);
        Assert.Equal(HttpStatusCode.Accepted, (await tenant.AskAsync(email)).Status);
        return (await tenant.MessagesToAsync(email)).Last(message => message.Message == "password-reset").Paths.Single();
    }

    public static string TokenOf(string path) => path.Split('/')[^1];

    /// <summary>Asks for a link and answers its token.</summary>
    public static async Task<string> GetTokenAsync(this TestTenant tenant, string email) => TokenOf(await tenant.GetLinkAsync(email));

    public static async Task AssertSignsInAsync(this TestTenant tenant, string email, string password) =>
        Assert.Equal(HttpStatusCode.OK, (await tenant.Call().TrySignInAsync(email, password)).Status);
}
