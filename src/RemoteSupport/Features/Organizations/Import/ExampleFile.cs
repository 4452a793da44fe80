using System.Text;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>A file that can be imported as it is, in the tenant's own language and time zone.</summary>
internal sealed class ExampleFile(TenantInfo tenant)
{
    public IActionResult ToResult() => new FileContentResult([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)], "text/csv") { FileDownloadName = "accounts.csv" };

    private string Text =>
        $"""
        {string.Join(',', ImportColumns.All)}
        Ponte Tech SpA,C-1001,+39 06 5551234; +39 06 5551235,IT,{tenant.DefaultLanguage},{tenant.TimeZone},customer,active,Elena Conti,elena.conti@customer.example,help@partner.example
        Nord Logistik GmbH,C-1002,,DE,{tenant.DefaultLanguage},{tenant.TimeZone},service_provider,active,,,help@partner.example; night@partner.example

        """.ReplaceLineEndings("\r\n");
}
