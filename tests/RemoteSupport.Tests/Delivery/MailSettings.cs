using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Delivery;

/// <summary>Sets a tenant's own mail server as its admin would have.</summary>
internal static class MailSettings
{
    public static Task UseServerAsync(this TestTenant tenant, int port, string sender = "service@shop.example", string? user = null, string? password = null) =>
        tenant.RunAsync(
            "insert into delivery_settings (sender, smtp_host, smtp_port, smtp_security, smtp_user, smtp_password) values (@sender, '127.0.0.1', @port, 'none', @user, @password)",
            new { sender, port, user, password = password is null ? null : tenant.Node.Services.GetRequiredService<SecretSealer>().SealText(DeliveryRoutes.MailPurpose, tenant.Id, password) });

    /// <summary>A program of a tenant admin.</summary>
    public static async Task<Api> AdminAsync(this TestTenant tenant) => await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);
}
