using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Delivery;

/// <summary>Queues text messages as a slice does, and sets a tenant's gateway as its admin would have.</summary>
internal static class Sms
{
    public const string Secret = "a signing key of the test";

    public static Task UseGatewayAsync(this TestTenant tenant, string gateway, Uri url, int? cap = null, params string[] prefixes) =>
        tenant.RunAsync(
            """
            insert into delivery_settings (sms_gateway, sms_url, sms_user, sms_secret, sms_sender, sms_daily_cap, sms_prefixes)
            values (@gateway, @url, 'app', @secret, 'Ponteverde', @cap, @prefixes)
            """,
            new { gateway, url = url.ToString(), secret = tenant.Node.Services.GetRequiredService<SecretSealer>().SealText(DeliveryRoutes.SmsPurpose, tenant.Id, Secret), cap, prefixes });

    public static Task QueueSmsAsync(this TestTenant tenant, string number = "+390612345678", int count = 1, string? company = null) =>
        tenant.InScopeAsync(async scope =>
        {
            var outbox = scope.GetRequiredService<Outbox>();
            await scope.GetRequiredService<Db>().InTransactionAsync(async () =>
            {
                for (var i = 0; i < count; i++)
                    await outbox.QueueAsync(new Recipient(number, "Zoë", "en", "Europe/Rome"), _ => new InvitationSms(new SecretLink("invitation", Guid.CreateVersion7(tenant.Now), "/i/{token}"), "Anna", company ?? "Ponteverde"));
            });
        });

    public static async Task<Post.Row> OneAsync(this TestTenant tenant) => Assert.Single(await tenant.OutboxAsync());

    /// <summary>Borrows the texts of the product's message of that name.</summary>
    private sealed record InvitationSms([property: JsonIgnore] SecretLink Link, string Inviter, string Company) : Message
    {
        public string Url => Link.Marker;

        [JsonIgnore]
        public override IReadOnlyList<SecretLink> Links => [Link];
    }
}
